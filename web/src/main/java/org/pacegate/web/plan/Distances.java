package org.pacegate.web.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Translations;

/** Distances in km, and in miles at the edge. */
@Named
@RequestScoped
public class Distances {

  private static final BigDecimal KM_IN_A_MILE = new BigDecimal("1.609344");
  private static final int PERCENT_PLACES = 2;

  @Inject private Translations words;
  @Inject private LanguageView language;

  /** Part of the former weekly distance in words; says so when that is not known. */
  public String ofLoad(BigDecimal percent, BigDecimal kmPerWeek) {
    return kmPerWeek == null
        ? words.say("plan", "distance.unknown")
        : words.say("plan", "distance", kmAndMiles(part(percent, kmPerWeek), language.getLocale()));
  }

  /** 20 km (12.4 mi). */
  static String kmAndMiles(BigDecimal km, Locale locale) {
    NumberFormat number = NumberFormat.getNumberInstance(locale);
    number.setMaximumFractionDigits(1);
    return number.format(km)
        + " km ("
        + number.format(km.divide(KM_IN_A_MILE, 1, RoundingMode.HALF_UP))
        + " mi)";
  }

  static BigDecimal part(BigDecimal percent, BigDecimal km) {
    return km.multiply(percent).movePointLeft(PERCENT_PLACES);
  }
}
