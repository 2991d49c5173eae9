package org.omloop.server.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** What a phone's camera sees when it is held before a screen: JPEG pictures in a row, which Chromium takes for a film. */
record CameraFilm(Path file) {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int FRAMES = 10;
  private static final int SIDE = 460;

  /** Films a screen: turned a little, smaller than it is, on a grey ground. */
  void of(byte[] screenshot) throws IOException {
    BufferedImage screen = ImageIO.read(new ByteArrayInputStream(screenshot));
    ByteArrayOutputStream film = new ByteArrayOutputStream();
    for (int frame = 0; frame < FRAMES; frame++) {
      ImageIO.write(picture(screen, frame), "jpeg", film);
    }
    Files.write(file, film.toByteArray());
  }

  /** A hand is never still. */
  private static BufferedImage picture(BufferedImage screen, int frame) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.GRAY);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    double scale = (double) SIDE / Math.min(screen.getWidth(), screen.getHeight());
    AffineTransform held = new AffineTransform();
    held.translate(WIDTH / 2.0 + frame, HEIGHT / 2.0 - frame);
    held.rotate(Math.toRadians(6));
    held.scale(scale, scale);
    held.translate(-screen.getWidth() / 2.0, -screen.getHeight() / 2.0);
    graphics.drawImage(screen, held, null);
    graphics.dispose();
    return picture;
  }
}
