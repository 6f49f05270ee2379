package org.pacegate.web.shared;

import java.math.BigDecimal;
import java.util.Optional;

/** A number as somebody typed it: 12.5 and 12,5 mean the same; spaces do not matter. */
public record TypedNumber(String text) {

  /** The number, or nothing when it is none. */
  public Optional<BigDecimal> toNumber() {
    String plain = text.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.').replace('−', '-');
    return plain.matches("-?(\\d{1,9}(\\.\\d{0,6})?|\\.\\d{1,6})")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }
}
