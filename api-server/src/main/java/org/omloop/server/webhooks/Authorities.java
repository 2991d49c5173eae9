package org.omloop.server.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Who may vouch for a receiver: the platform's certificate authorities, and the operator's own beside them. */
final class Authorities {
  private Authorities() {}

  /**
   * Reads them; blocks.
   *
   * @throws IllegalArgumentException with one line for the operator where the file is none of certificates
   */
  static TrustManagerFactory with(Optional<Path> more) {
    try {
      if (more.isEmpty()) {
        return factory(null);
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate each : Stream.concat(platform(), read(more.get())).toList()) {
        store.setCertificateEntry("authority " + store.size(), each);
      }
      return factory(store);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "cannot read certificate authorities from " + more.map(Path::toString).orElse("Java")
              + ": " + e.getMessage(),
          e);
    }
  }

  private static Stream<X509Certificate> platform() throws GeneralSecurityException {
    return Arrays.stream(factory(null).getTrustManagers())
        .filter(X509TrustManager.class::isInstance)
        .flatMap(each -> Arrays.stream(((X509TrustManager) each).getAcceptedIssuers()));
  }

  private static Stream<? extends Certificate> read(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (certificates.isEmpty()) {
        throw new GeneralSecurityException("there is no certificate in it");
      }
      return certificates.stream();
    }
  }

  private static TrustManagerFactory factory(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory;
  }
}
