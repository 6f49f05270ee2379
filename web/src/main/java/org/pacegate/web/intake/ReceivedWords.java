package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.EntrySource;
import org.pacegate.web.shared.Refusals;

/** Says what was sent, and what came of taking it in. */
@RequestScoped
class ReceivedWords {

  @Inject private EntryWords entries;
  @Inject private Refusals refusals;

  SourcedLine line(String field, EntrySource source) {
    return new SourcedLine(
        entries.label(field),
        entries.value(field, source.value()),
        source.door(),
        source.by(),
        source.at());
  }

  /** Something of it keeps it from being recorded. */
  void lacks(String field) {
    refusals.problem("intake", "received.lacks", entries.label(field));
  }

  void refused(DomainRefusal refusal) {
    refusals.show("intake", refusal);
  }

  void rejected() {
    refusals.newsThere(
        "intake", "received.rejected", Faces.getRequestContextPath() + "/intake/inbox.xhtml");
  }
}
