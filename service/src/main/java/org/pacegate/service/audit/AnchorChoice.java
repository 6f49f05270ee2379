package org.pacegate.service.audit;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the chain is anchored: {@code PACEGATE_AUDIT_ANCHOR} is a file, {@code syslog:host:port}
 * (UDP) or {@code syslog+tcp:host:port}. Without it, the file {@code audit-anchor.log} in the data
 * directory.
 */
@Dependent
class AnchorChoice {

  private static final String FROM = "PACEGATE_AUDIT_ANCHOR_FROM";
  private static final Pattern SYSLOG = Pattern.compile("syslog(\\+tcp)?:(.+):(\\d{1,5})");

  @Produces
  AuditAnchor anchor() {
    return in(System.getenv());
  }

  /** Number of the first link that the anchor has to remember; 1 unless an operator began anew. */
  @Produces
  AnchoredFrom from() {
    return from(System.getenv());
  }

  static AnchoredFrom from(Map<String, String> environment) {
    String typed = environment.getOrDefault(FROM, "").strip();
    if (typed.isEmpty()) {
      return new AnchoredFrom(1);
    }
    if (!typed.matches("[1-9]\\d{0,17}")) {
      throw new IllegalStateException(FROM + " must be the number of a link, not " + typed);
    }
    return new AnchoredFrom(Long.parseLong(typed));
  }

  static AuditAnchor in(Map<String, String> environment) {
    String place = environment.getOrDefault("PACEGATE_AUDIT_ANCHOR", "").strip();
    if (place.isEmpty()) {
      String data = environment.getOrDefault("PACEGATE_DATA_DIR", "data");
      return new FileAnchor(Path.of(data, "audit-anchor.log"));
    }
    Matcher syslog = SYSLOG.matcher(place);
    return syslog.matches()
        ? new SyslogAnchor(
            syslog.group(2), Integer.parseInt(syslog.group(3)), syslog.group(1) != null)
        : new FileAnchor(Path.of(place));
  }
}
