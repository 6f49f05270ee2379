package org.pacegate.web.referral;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.referral.AmendRecipient;
import org.pacegate.service.referral.EnterRecipient;
import org.pacegate.service.referral.PreferRecipient;
import org.pacegate.service.referral.RecipientView;
import org.pacegate.service.referral.Recipients;
import org.pacegate.service.referral.RetireRecipient;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;
import org.pacegate.web.shared.Translations;

/** The directory of whom the clinic asks outside, and one entry of it. */
@Named
@RequestScoped
public class RecipientPage {

  @Inject private Recipients recipients;
  @Inject private Refusals refusals;
  @Inject private Translations words;
  @Inject private SubmissionKey key;

  private final RecipientFields fields = new RecipientFields();
  private long recipient;
  private Long version;
  private Target target;
  private List<RecipientView> all;
  private RecipientView entry;

  /** The entry travels with every request, so that the page is built before it is asked. */
  @PostConstruct
  void readRecord() {
    recipient = AddressNumber.id("recipient");
  }

  /** Reads the entry before anything is drawn. */
  public void load() {
    getEntry();
  }

  public void enter() {
    change(
        () -> recipients.enter(new EnterRecipient(fields.form(), key.getValue())),
        "recipient.entered");
  }

  public void amend() {
    change(
        () -> recipients.amend(new AmendRecipient(recipient, getVersion(), fields.form())),
        "recipient.amended");
  }

  public void retire() {
    change(
        () -> recipients.retire(new RetireRecipient(recipient, getVersion())), "recipient.retired");
  }

  /** They are asked first for what was chosen. */
  public void prefer() {
    change(() -> recipients.prefer(new PreferRecipient(recipient, target)), "recipient.preferred");
  }

  private void change(Runnable change, String news) {
    try {
      change.run();
      refusals.newsThere(
          "referral", news, Faces.getRequestContextPath() + "/clinic/recipients.xhtml");
    } catch (DomainRefusal refused) {
      version = null;
      refusals.show("referral", refused);
    }
  }

  /** All of them, those in use first. */
  public List<RecipientView> getAll() {
    if (all == null) {
      all = recipients.all();
    }
    return all;
  }

  /** How long the clinic's own runners waited there, in words. */
  public String waiting(RecipientView row) {
    return row.waitingDays() == null
        ? words.say("referral", "recipient.waiting.none")
        : words.say("referral", "recipient.waiting.days", row.waitingDays(), row.seen());
  }

  public RecipientView getEntry() {
    if (entry == null) {
      entry = recipients.open(recipient);
      fields.from(entry);
    }
    return entry;
  }

  /** What is typed; at first what stands in the directory. */
  public RecipientFields getFields() {
    if (recipient != 0) {
      getEntry();
    }
    return fields;
  }

  public long getRecipient() {
    return recipient;
  }

  public void setRecipient(long recipient) {
    this.recipient = recipient;
  }

  public long getVersion() {
    return version == null ? getEntry().version() : version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public Target getTarget() {
    return target;
  }

  public void setTarget(Target target) {
    this.target = target;
  }
}
