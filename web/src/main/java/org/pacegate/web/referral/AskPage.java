package org.pacegate.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.referral.DraftReferral;
import org.pacegate.service.referral.NewReferral;
import org.pacegate.service.referral.ReferralDesks;
import org.pacegate.service.referral.Referrals;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;
import org.pacegate.web.shared.TypedForm;

/** A clinician asks somebody outside to see the runner. */
@Named("askPage")
@ViewScoped
public class AskPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private transient ReferralDesks desks;
  @Inject private transient Referrals referrals;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;

  private transient NewReferral about;
  private UUID key = UUID.randomUUID();
  private long episode;
  private Urgency urgency;
  private Target target;
  private String reason;

  /** Reads what the address asks about. */
  public void load() {
    about = desks.about(episode);
  }

  public NewReferral getAbout() {
    if (about == null) {
      load();
    }
    return about;
  }

  /** Drafts the referral and goes to its page. */
  public String draft() {
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      missing.forEach(field -> refusals.show("referral", new InvalidValue(field, "missing")));
      return null;
    }
    try {
      long id = referrals.draft(new DraftReferral(episode, urgency, target, reason, key));
      refusals.news(words.say("referral", "news.DRAFT"));
      return "/referral/referral?faces-redirect=true&id=" + id;
    } catch (DomainRefusal refused) {
      key = TypedForm.keyAfter(refused, key);
      refusals.show("referral", refused);
      return null;
    }
  }

  /** All of it, so that nobody is told one by one. */
  private List<String> missing() {
    return Stream.of(
            urgency == null ? "urgency" : null,
            target == null ? "target" : null,
            reason == null || reason.isBlank() ? "reason" : null)
        .filter(Objects::nonNull)
        .toList();
  }

  public List<Urgency> getUrgencies() {
    return List.of(Urgency.values());
  }

  public List<Target> getTargets() {
    return List.of(Target.values());
  }

  public long getEpisode() {
    return episode;
  }

  public void setEpisode(long episode) {
    this.episode = episode;
  }

  public Urgency getUrgency() {
    return urgency;
  }

  public void setUrgency(Urgency urgency) {
    this.urgency = urgency;
  }

  public Target getTarget() {
    return target;
  }

  public void setTarget(Target target) {
    this.target = target;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
