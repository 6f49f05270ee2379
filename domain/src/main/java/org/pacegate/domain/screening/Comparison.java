package org.pacegate.domain.screening;

import java.math.BigDecimal;

/** How an amount is held against a limit. */
public enum Comparison {
  LESS_THAN,
  AT_MOST,
  AT_LEAST,
  MORE_THAN;

  boolean holds(BigDecimal amount, BigDecimal limit) {
    int order = amount.compareTo(limit);
    return switch (this) {
      case LESS_THAN -> order < 0;
      case AT_MOST -> order <= 0;
      case AT_LEAST -> order >= 0;
      case MORE_THAN -> order > 0;
    };
  }
}
