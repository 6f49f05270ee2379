package org.pacegate.web.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Shows moments on the clinic's clock, in the reader's language: 14-Apr-1975, 10:42. */
@Named
@RequestScoped
public class ClinicTime {

  @Inject private SignedInView person;
  @Inject private LanguageView language;
  @Inject private Clock clock;
  private Instant now;

  /** One instant for everything that a page shows. */
  @PostConstruct
  void readClock() {
    now = clock.instant();
  }

  public String date(LocalDate date) {
    return date == null ? "" : in("dd-MMM-uuuu").format(date);
  }

  public String dateTime(Instant moment) {
    return moment == null ? "" : in("dd-MMM-uuuu HH:mm").format(moment);
  }

  /** The time of day to the second. */
  public String seconds(Instant moment) {
    return moment == null ? "" : in("HH:mm:ss").format(moment);
  }

  /** Whether a moment has come. */
  public boolean past(Instant moment) {
    return !moment.isAfter(now);
  }

  /** The page's instant in milliseconds since 1970, by which a browser sets its countdowns. */
  public long getMillis() {
    return now.toEpochMilli();
  }

  /** How long ago, in the largest whole unit. */
  public String since(Instant moment) {
    return moment == null ? "" : Waited.of(Duration.between(moment, now)).in(language.getLocale());
  }

  public LocalDate today() {
    return LocalDate.ofInstant(now, person.getZoneId());
  }

  private DateTimeFormatter in(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, language.getLocale()).withZone(person.getZoneId());
  }
}
