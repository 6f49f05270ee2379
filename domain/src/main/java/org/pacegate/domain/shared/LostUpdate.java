package org.pacegate.domain.shared;

/** Somebody else changed the record after it was read. */
public class LostUpdate extends DomainRefusal {

  private static final long serialVersionUID = 1L;

  public LostUpdate(String record, Long id) {
    super("lostUpdate", record + " " + id);
  }
}
