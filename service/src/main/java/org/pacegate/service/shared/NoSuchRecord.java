package org.pacegate.service.shared;

import org.pacegate.domain.shared.DomainRefusal;

/** The clinic has no such record: it never existed, or it belongs to another clinic. */
public class NoSuchRecord extends DomainRefusal {

  private static final long serialVersionUID = 1L;

  public NoSuchRecord(String record, long id) {
    super("noSuchRecord", record + " " + id);
  }
}
