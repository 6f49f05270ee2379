package org.pacegate.web.patient;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pacegate.domain.patient.MergeField;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.merge.MergeDesk;
import org.pacegate.service.merge.MergePatients;
import org.pacegate.service.merge.MergeSide;
import org.pacegate.service.merge.PatientMerges;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;
import org.pacegate.web.shared.Translations;
import org.pacegate.web.shared.TypedForm;

/** Two records side by side, and the decision that they are one person's (R2.51). */
@Named("mergePage")
@ViewScoped
public class MergePage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String SURVIVOR = "survivor";
  private static final String REASON = "mergeReason";
  private static final String CLOSING_REASON = "closingReason";

  @Inject private transient PatientMerges merges;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;
  @Inject private transient MergeWords mergeWords;
  @Inject private transient SubmissionKey key;

  private transient MergeDesk desk;
  private transient MergeSide own;
  private final TypedForm typed = new TypedForm();
  private String seen;
  private long a;
  private long b;
  private boolean confirmed;

  /** Reads both records before anything is drawn, if the address names both. */
  public void load() {
    getOwn();
  }

  /** Whether the address names two records; with one, the page helps to find the other. */
  public boolean isChosen() {
    return b > 0;
  }

  public MergeDesk getDesk() {
    if (desk == null) {
      desk = merges.open(a, b);
      if (seen == null) {
        seen = desk.seen();
        propose();
      }
    }
    return desk;
  }

  /** Fills in what is plain, unless somebody has chosen. */
  private void propose() {
    proposeFor(SURVIVOR, mergeWords.older(desk));
    for (MergeField field : mergeWords.differing(desk)) {
      proposeFor(field.name(), mergeWords.proposed(desk, field));
    }
  }

  private void proposeFor(String field, String choice) {
    if (typed.isBlank(field)) {
      typed.fill(field, choice);
    }
  }

  /** The record that the page began with. */
  public MergeSide getOwn() {
    if (own == null) {
      own = isChosen() ? getDesk().one() : merges.side(a);
    }
    return own;
  }

  /** Records one person's two records as one, and goes to the one that stays. */
  public String merge() {
    if (isLacking()) {
      return null;
    }
    boolean first = "ONE".equals(typed.text(SURVIVOR));
    Set<Long> closing = decided("CLOSE");
    try {
      merges.merge(
          new MergePatients(
              first ? a : b,
              first ? b : a,
              fromOther(first ? "OTHER" : "ONE"),
              decided("KEEP"),
              closing,
              closing.isEmpty() ? null : typed.text(CLOSING_REASON),
              typed.text(REASON),
              seen,
              key.getValue()));
    } catch (DomainRefusal refused) {
      refusals.show("patient", refused);
      // What is shown next, nobody has looked at yet.
      desk = null;
      seen = null;
      confirmed = false;
      return null;
    }
    refusals.news(words.say("patient", "merge.done"));
    return "/patient/patient?faces-redirect=true&id=" + (first ? a : b);
  }

  /** Says everything that is not decided yet, each at its place. */
  private boolean isLacking() {
    Map<String, String> lacking = new LinkedHashMap<>();
    for (MergeField field : getDiffering()) {
      lacking.put(field.name(), "refusal.merge.choose." + field);
    }
    for (EpisodeSummary episode : getShared()) {
      lacking.put("episode" + episode.episodeId(), "refusal.merge.decide");
    }
    lacking.put(REASON, "refusal.invalid.mergeReason.missing");
    lacking.keySet().removeIf(field -> !typed.isBlank(field));
    if (!decided("CLOSE").isEmpty() && typed.isBlank(CLOSING_REASON)) {
      lacking.put(CLOSING_REASON, "refusal.invalid.closingReason.missing");
    }
    if (!confirmed) {
      lacking.put("confirmed", "refusal.merge.unconfirmed");
    }
    lacking.forEach((field, sentence) -> refusals.at(field, words.say("patient", sentence)));
    return !lacking.isEmpty();
  }

  private Set<MergeField> fromOther(String other) {
    Set<MergeField> fields = EnumSet.noneOf(MergeField.class);
    for (MergeField field : MergeField.values()) {
      if (typed.text(field.name()).equals(other)) {
        fields.add(field);
      }
    }
    return fields;
  }

  private Set<Long> decided(String decision) {
    Set<Long> episodes = new HashSet<>();
    for (EpisodeSummary episode : getShared()) {
      if (typed.text("episode" + episode.episodeId()).equals(decision)) {
        episodes.add(episode.episodeId());
      }
    }
    return episodes;
  }

  /** Courses of care that have to be decided, of both records. */
  public List<EpisodeSummary> getShared() {
    return mergeWords.shared(getDesk());
  }

  /** The fields in which the two records differ: one value of each has to be chosen. */
  public List<MergeField> getDiffering() {
    return isChosen() ? mergeWords.differing(getDesk()) : List.of();
  }

  /** Labels of the choices: field and side, or course of care. */
  public Map<String, String> getLabels() {
    return mergeWords.labels(getDesk());
  }

  /** What is chosen and typed, by field. */
  public Map<String, String> getTyped() {
    return typed.fields();
  }

  public boolean isConfirmed() {
    return confirmed;
  }

  public void setConfirmed(boolean confirmed) {
    this.confirmed = confirmed;
  }

  public long getA() {
    return a;
  }

  public void setA(long a) {
    this.a = a;
  }

  public long getB() {
    return b;
  }

  public void setB(long b) {
    this.b = b;
  }
}
