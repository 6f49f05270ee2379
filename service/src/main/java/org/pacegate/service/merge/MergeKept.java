package org.pacegate.service.merge;

import java.util.SortedSet;
import java.util.TreeSet;
import org.pacegate.domain.shared.DomainRefusal;

/** A merge stays: something was recorded after it (R2.36). */
public class MergeKept extends DomainRefusal {

  private static final long serialVersionUID = 1L;

  private final TreeSet<String> tables;

  public MergeKept(long merge, SortedSet<String> tables) {
    super("merge.newSince", "merge " + merge + " " + tables);
    this.tables = new TreeSet<>(tables);
  }

  /** The tables in which something is new or changed. */
  public SortedSet<String> tables() {
    return new TreeSet<>(tables);
  }
}
