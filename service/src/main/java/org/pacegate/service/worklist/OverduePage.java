package org.pacegate.service.worklist;

import java.util.List;

/**
 * The dangers an administrator has to see to.
 *
 * @param rows the most urgent ones
 * @param total how many there are in all
 */
public record OverduePage(List<OverdueDanger> rows, long total) {

  public OverduePage {
    rows = List.copyOf(rows);
  }
}
