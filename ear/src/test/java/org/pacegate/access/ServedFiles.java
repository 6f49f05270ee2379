package org.pacegate.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.pacegate.launcher.PacegateServer;

/** What lies in the web module of the EAR that is running, by path. */
final class ServedFiles {

  private ServedFiles() {}

  /** Every page a browser may ask for. */
  static List<String> pages() throws IOException {
    return all().stream().filter(path -> path.endsWith(".xhtml") && !isInner(path)).toList();
  }

  /** What no browser may read: templates, parts, configuration and classes. */
  static List<String> inner() throws IOException {
    return all().stream().filter(ServedFiles::isInner).toList();
  }

  private static boolean isInner(String path) {
    return path.startsWith("/WEB-INF/") || path.startsWith("/META-INF/");
  }

  private static List<String> all() throws IOException {
    try (ZipFile ear = new ZipFile(PacegateServer.ear().toFile());
        ZipInputStream war =
            new ZipInputStream(ear.getInputStream(ear.getEntry("pacegate-web.war")))) {
      List<String> paths = new ArrayList<>();
      for (ZipEntry entry = war.getNextEntry(); entry != null; entry = war.getNextEntry()) {
        if (!entry.isDirectory()) {
          paths.add("/" + entry.getName());
        }
      }
      return paths;
    }
  }
}
