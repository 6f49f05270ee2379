package org.pacegate.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that signs itself, in a file as PACEGATE_TLS_KEYSTORE names one. */
record Certificate(Path file) {

  static final String PASSWORD = "changed-it";

  /** Issues one for an address, with the JDK's own tool. */
  static Certificate issued(Path folder, String address) throws IOException, InterruptedException {
    Path file = folder.resolve("certificate.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "pacegate",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + address,
                "-ext",
                "san=ip:" + address)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new AssertionError(said);
    }
    return new Certificate(file);
  }

  /** An answer over a connection that trusts this certificate and no other. */
  HttpResponse<String> ask(URI address)
      throws IOException, InterruptedException, GeneralSecurityException {
    return HttpClient.newBuilder()
        .sslContext(trustingIt())
        .build()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private SSLContext trustingIt() throws IOException, GeneralSecurityException {
    KeyStore known = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      known.load(in, PASSWORD.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
