package org.pacegate.web.referral;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.pacegate.domain.referral.DeliveryState;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralResult;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.referral.CompleteReferral;
import org.pacegate.service.referral.RecipientView;
import org.pacegate.service.referral.RecordDelivery;
import org.pacegate.service.referral.RedirectReferral;
import org.pacegate.service.referral.ReferralDesk;
import org.pacegate.service.referral.ReferralDesks;
import org.pacegate.service.referral.Referrals;
import org.pacegate.service.referral.ScheduleReferral;
import org.pacegate.service.referral.SendReferral;
import org.pacegate.service.referral.TakeReferralStep;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;
import org.pacegate.web.shared.TypedForm;

/** One referral: its loop, what may be done next, and what was done. */
@Named("referralPage")
@ViewScoped
public class ReferralPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private transient ReferralDesks desks;
  @Inject private transient Referrals referrals;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;
  @Inject private transient LetterDesk letters;

  private transient ReferralDesk desk;
  // A repeated part of a page keeps the list it had where an error is shown: the lists are filled
  // anew.
  private final ArrayList<LoopStep> loop = new ArrayList<>();
  private final ArrayList<HistoryLine> history = new ArrayList<>();
  private final ArrayList<ReferralAction> acts = new ArrayList<>();
  private final Redirection elsewhere = new Redirection();
  private final LetterFields letter = new LetterFields();
  private UUID key = UUID.randomUUID();
  private long id;
  private ReferralAction act;
  private Long version;
  private String reason;
  private LocalDate appointment;
  private String time;
  private ReferralResult result;
  private DeliveryState delivery;
  private String recipient;

  public ReferralDesk getDesk() {
    if (desk == null) {
      desk = desks.open(id);
      version = version == null ? (Long) desk.referral().version() : version;
      refill(loop, LoopStep.line(desk.referral().state(), desk.steps()));
      refill(history, HistoryLine.of(desk.steps(), desk.deliveries()));
      refill(acts, desk.offered().stream().sorted().toList());
      elsewhere.from(desk.referral());
      letter.from(desk.referral().letterText());
    }
    return desk;
  }

  private static <T> void refill(List<T> shown, List<T> now) {
    shown.clear();
    shown.addAll(now);
  }

  /** Reads the referral that the address asks for. */
  public void load() {
    String target = getDesk().referral().target();
    recipient =
        desk.recipients().stream()
            .filter(each -> each.isPreferredFor(target))
            .map(each -> String.valueOf(each.recipientId()))
            .findFirst()
            .orElse(null);
  }

  /** The way to the answer. */
  public List<LoopStep> getLoop() {
    getDesk();
    return loop;
  }

  /** Everything that was done, the newest first. */
  public List<HistoryLine> getHistory() {
    getDesk();
    return history;
  }

  /** What may be done, in the order of the loop. */
  public List<ReferralAction> getActs() {
    getDesk();
    return acts;
  }

  /** How its delivery may go on. */
  public List<DeliveryState> getDeliveries() {
    return getDesk().deliverable().stream().sorted(Comparator.naturalOrder()).toList();
  }

  public List<ReferralResult> getResults() {
    return List.of(ReferralResult.values());
  }

  /** Why somebody outside is asked: a rule's words, or a person's own. */
  public String getWhy() {
    return say(getDesk().referral().reason());
  }

  /** A reason in words. */
  public String say(String kept) {
    return kept != null && kept.startsWith("rule.") && words.knows("screening", kept)
        ? words.say("screening", kept)
        : words.reason(kept);
  }

  /** Whether the address asks for a step that is possible now. */
  public boolean isStepping() {
    return act != null && getDesk().offered().contains(act);
  }

  public boolean isAskingReason() {
    return act.needsReason();
  }

  public boolean isAskingAppointment() {
    return act == ReferralAction.SCHEDULE;
  }

  /** Whether there is a directory to choose from. */
  public boolean isAskingRecipient() {
    return isSending() && !getDesk().recipients().isEmpty();
  }

  public boolean isSending() {
    return act == ReferralAction.SEND;
  }

  /** What is written into the letter. */
  public LetterFields getLetter() {
    getDesk();
    return letter;
  }

  /** Shows the letter that would go out, and leaves everything as it is. */
  public String preview() {
    try {
      letters.preview(id, seen(), chosen(), letter);
      return null;
    } catch (DomainRefusal refused) {
      return refused(refused);
    }
  }

  /** Who may be asked, by id: who is asked first at the top, with how long one waits there. */
  public Map<String, String> getRecipients() {
    Map<String, String> choices = new LinkedHashMap<>();
    getDesk()
        .recipients()
        .forEach(each -> choices.put(String.valueOf(each.recipientId()), named(each)));
    return choices;
  }

  private String named(RecipientView each) {
    return each.waitingDays() == null
        ? each.name()
        : words.say("referral", "recipient.choice", each.name(), each.waitingDays());
  }

  /** Whom it went to in the directory, or null. */
  public RecipientView getSentTo() {
    return getDesk().referral().recipientId() == null ? null : getDesk().recipients().get(0);
  }

  public boolean isAskingResult() {
    return act == ReferralAction.COMPLETE;
  }

  public boolean isAskingElsewhere() {
    return act == ReferralAction.REDIRECT;
  }

  /** Whom it is redirected to. */
  public Redirection getElsewhere() {
    getDesk();
    return elsewhere;
  }

  /** Takes the step that the address asks for. */
  public String step() {
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      missing.forEach(field -> refusals.show("referral", new InvalidValue(field, "missing")));
      return null;
    }
    try {
      switch (act) {
        case SCHEDULE -> schedule();
        case COMPLETE -> referrals.complete(new CompleteReferral(id, seen(), result, reason, key));
        case REDIRECT -> redirect();
        case SEND ->
            referrals.send(new SendReferral(id, seen(), chosen(), letters.form(letter), key));
        default -> referrals.take(new TakeReferralStep(id, seen(), act, reason, key));
      }
      return again("news." + act);
    } catch (DomainRefusal refused) {
      return refused(refused);
    }
  }

  /** All of it, so that nobody is told one by one. */
  private List<String> missing() {
    return Stream.of(
            isAskingAppointment() && appointment == null ? "appointment" : null,
            isAskingAppointment() && isBlank(time) ? "time" : null,
            isAskingResult() && result == null ? "result" : null,
            isAskingElsewhere() && elsewhere.getTarget() == null ? "target" : null,
            isAskingElsewhere() && elsewhere.getUrgency() == null ? "urgency" : null,
            isAskingReason() && isBlank(reason) ? "reason" : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private static boolean isBlank(String typed) {
    return typed == null || typed.isBlank();
  }

  private Long chosen() {
    return recipient == null ? null : Long.valueOf(recipient);
  }

  private void schedule() {
    referrals.schedule(
        new ScheduleReferral(id, seen(), appointment.atTime(TypedTime.of(time)), key));
  }

  /** Goes to the page of the one in its place. */
  private void redirect() {
    id =
        referrals.redirect(
            new RedirectReferral(
                id, seen(), elsewhere.getTarget(), elsewhere.getUrgency(), reason, key));
  }

  /** Records how it gets to the recipient. */
  public String deliver() {
    try {
      referrals.deliver(new RecordDelivery(id, seen(), delivery, reason, key));
      return again("news.delivery");
    } catch (DomainRefusal refused) {
      return refused(refused);
    }
  }

  private long seen() {
    getDesk();
    return version;
  }

  /** What was typed stays; the next click is held against the referral as it stands now. */
  private String refused(DomainRefusal refusal) {
    key = TypedForm.keyAfter(refusal, key);
    refusals.show("referral", refusal);
    desk = null;
    version = null;
    getDesk();
    return null;
  }

  private String again(String news) {
    refusals.news(words.say("referral", news));
    return "/referral/referral?faces-redirect=true&id=" + id;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public String getAct() {
    return act == null ? null : act.name();
  }

  /** Anything but a step leaves the page as it is. */
  public void setAct(String asked) {
    act =
        Arrays.stream(ReferralAction.values())
            .filter(each -> each.isByHand() && each.name().equals(asked))
            .findFirst()
            .orElse(null);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public LocalDate getAppointment() {
    return appointment;
  }

  public void setAppointment(LocalDate appointment) {
    this.appointment = appointment;
  }

  public String getTime() {
    return time;
  }

  public void setTime(String time) {
    this.time = time;
  }

  public ReferralResult getResult() {
    return result;
  }

  public void setResult(ReferralResult result) {
    this.result = result;
  }

  /** Id of whom it goes to; who is asked first until somebody chooses. */
  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(String recipient) {
    this.recipient = recipient;
  }

  public DeliveryState getDelivery() {
    return delivery;
  }

  public void setDelivery(DeliveryState delivery) {
    this.delivery = delivery;
  }
}
