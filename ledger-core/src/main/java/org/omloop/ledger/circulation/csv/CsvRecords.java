package org.omloop.ledger.circulation.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * Splits CSV into records and cells: RFC 4180, comma, UTF-8 with or without BOM, lines end in LF or CRLF. A row is a
 * record, also where a quoted cell holds line breaks. The bytes are hashed as they pass.
 *
 * <p>Not thread-safe. Memory is that of the longest record.
 */
final class CsvRecords {
  /** A record that is longer than any ledger's is refused before it fills the memory. */
  static final int LONGEST_RECORD = 1 << 20;

  private static final int END = -1;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final LongConsumer progress;
  private final MessageDigest digest;
  // owned by the reader: what is read and not yet split
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long bytesRead;
  // owned by the reader: the record it stands at
  private byte[] cells = new byte[1024];
  private int length;
  private int[] ends = new int[16];
  private int count;
  private int allBits;
  private long row;

  /** Reads from the stream, which the caller closes; progress is told how many bytes have been read. */
  CsvRecords(InputStream in, LongConsumer progress) {
    this.in = in;
    this.progress = progress;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Goes to the next record; false at the end. */
  boolean next() throws IOException, MalformedFile {
    if (row == 0) {
      skipByteOrderMark();
    }
    if (peek() == END) {
      return false;
    }
    row++;
    length = 0;
    count = 0;
    allBits = 0;
    try {
      while (readCell()) {
        // one cell after another, up to the end of the line
      }
    } catch (MalformedCell e) {
      endCell();
      checkEncoding();
      throw new MalformedFile(row, e.reason());
    }
    checkEncoding();
    return true;
  }

  /** Returns the number of the record, from 1, as a spreadsheet shows it. */
  long row() {
    return row;
  }

  /** Returns the number of cells in the record. */
  int count() {
    return count;
  }

  /** Returns the bytes that hold the record's cells, one after another, valid until the next record. */
  byte[] bytes() {
    return cells;
  }

  /** Returns where a cell begins in {@link #bytes}. */
  int start(int cell) {
    return cell == 0 ? 0 : ends[cell - 1];
  }

  /** Returns where a cell ends in {@link #bytes}. */
  int end(int cell) {
    return ends[cell];
  }

  boolean isEmpty(int cell) {
    return start(cell) == ends[cell];
  }

  String text(int cell) {
    return new String(cells, start(cell), ends[cell] - start(cell), UTF_8);
  }

  /** Returns the cell for a message: on one line, and shortened when it is long. */
  String shown(int cell) {
    return Shown.text(text(cell));
  }

  /** Returns the SHA-256 of the whole file, in hexadecimal; ask once, at the end. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Reads one cell; false when it was the last of its record. */
  private boolean readCell() throws IOException, MalformedCell {
    int next = read();
    if (next == '"') {
      readQuoted();
      next = read();
      if (next != ',' && next != '\n' && next != '\r' && next != END) {
        throw new MalformedCell("a cell goes on after its closing quote");
      }
    } else {
      while (next != ',' && next != '\n' && next != '\r' && next != END) {
        if (next == '"') {
          throw new MalformedCell("a quote stands in a cell that is not quoted");
        }
        keep(next);
        next = read();
      }
    }
    endCell();
    if (next == '\r' && read() != '\n') {
      throw new MalformedCell("a carriage return has no line feed after it");
    }
    return next == ',';
  }

  private void readQuoted() throws IOException, MalformedCell {
    while (true) {
      int next = read();
      if (next == END) {
        throw new MalformedCell("a quoted cell does not end");
      }
      if (next == '"') {
        if (peek() != '"') {
          return;
        }
        read();
      }
      keep(next);
    }
  }

  private void keep(int next) throws MalformedCell {
    if (length == cells.length) {
      if (length >= LONGEST_RECORD) {
        throw new MalformedCell("the row is longer than " + LONGEST_RECORD + " bytes");
      }
      cells = Arrays.copyOf(cells, length * 2);
    }
    cells[length++] = (byte) next;
    allBits |= next;
  }

  private void endCell() {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    ends[count++] = length;
  }

  /** Cell by cell, since a comma may stand between two halves that together look right. */
  private void checkEncoding() throws MalformedFile {
    if (allBits < 0x80) {
      return;
    }
    for (int cell = 0; cell < count; cell++) {
      try {
        UTF_8.newDecoder().decode(ByteBuffer.wrap(cells, start(cell), end(cell) - start(cell)));
      } catch (CharacterCodingException e) {
        throw new MalformedFile(row, "not UTF-8");
      }
    }
  }

  private void skipByteOrderMark() throws IOException {
    peek();
    if (limit >= BYTE_ORDER_MARK.length
        && Arrays.equals(
            buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
      position = BYTE_ORDER_MARK.length;
    }
  }

  private int read() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xFF : END;
  }

  private int peek() throws IOException {
    return position < limit || fill() ? buffer[position] & 0xFF : END;
  }

  private boolean fill() throws IOException {
    int filled = in.readNBytes(buffer, 0, buffer.length);
    digest.update(buffer, 0, filled);
    position = 0;
    limit = filled;
    bytesRead += filled;
    progress.accept(bytesRead);
    return filled > 0;
  }
}
