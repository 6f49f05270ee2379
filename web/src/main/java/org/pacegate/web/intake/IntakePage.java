package org.pacegate.web.intake;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.intake.EntryConflict;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.SaveIntake;
import org.pacegate.service.intake.SavedIntake;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;

/** One intake at one step: keeps what is typed and moves between the steps (R4.9, R4.10, R4.24). */
@Named
@ViewScoped
public class IntakePage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Intakes intakes;
  @Inject private IntakeChecks checks;
  @Inject private transient Refusals refusals;
  @Inject private SubmissionKey key;
  @Inject private FormWords words;

  private final TypedEntries entries = new TypedEntries();
  private long id;
  private IntakeStep step;
  private transient IntakeView view;
  private ArrayList<String> told = new ArrayList<>();
  private ArrayList<EntryConflict> conflicts = new ArrayList<>();

  /** From the address, so that it works as well after the server forgot the page. */
  @PostConstruct
  void readAddress() {
    IntakeAddress address = IntakeAddress.ofRequest();
    id = address.id();
    step = address.step();
  }

  /** Shows the page, or says that there is no such intake. */
  public void open() {
    try {
      if (Faces.getRequestParameter("check") != null && isDraft()) {
        checks.show(id, getStep());
      }
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    }
  }

  /** The intake as the server knows it, read once a page. */
  public IntakeView view() {
    if (view == null) {
      take(intakes.open(id));
      // A page that comes back says itself what it showed.
      if (!Faces.isPostback()) {
        entries.draw();
      }
    }
    words.pin(view.forms());
    return view;
  }

  private void take(IntakeView current) {
    view = current;
    entries.take(current.entries());
  }

  /** Keeps what was typed since the last save; a tab of a finished intake shows its result. */
  public void save() {
    keep(getStep());
  }

  /** Keeps what was typed; whether all of it could be. */
  boolean keepAll() {
    return keep(getStep());
  }

  private boolean keep(IntakeStep at) {
    try {
      saved(intakes.save(new SaveIntake(id, at, key.getValue(), entries.changes())));
      return conflicts.isEmpty();
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    } catch (InvalidValue wrong) {
      checks.show(new FieldProblem(at, wrong.field(), wrong.problem()));
    } catch (DomainRefusal refused) {
      if ("intake.notDraft".equals(refused.code())) {
        new IntakeAddress(id, step).go();
      } else {
        refused(refused);
      }
    }
    return false;
  }

  /** Shows why something was refused, on this page. */
  void refused(DomainRefusal refusal) {
    refusals.show("intake", refusal);
  }

  private void saved(SavedIntake saved) {
    conflicts = new ArrayList<>(saved.conflicts());
    entries.saved(
        conflicts.stream().map(EntryConflict::field).collect(Collectors.toUnmodifiableSet()));
    take(saved.view());
    if (!Faces.isAjaxRequest()) {
      entries.draw();
    }
    if (!conflicts.isEmpty()) {
      Faces.validationFailed();
    }
  }

  /** What is on record was seen; what is typed here replaces it (R4.24). */
  public void keepTyped() {
    conflicts.forEach(each -> entries.sawRecorded(each.field(), each.recorded()));
    goTo(getStep());
  }

  /** What is on record stays, and this page shows it (R4.24). */
  public void takeRecorded() {
    keep(getStep());
    new IntakeAddress(id, getStep()).go();
  }

  /** Continues; a problem that was not shown yet is shown first. */
  public void goOn() {
    if (!keep(getStep())) {
      return;
    }
    List<String> found = checks.show(id, step);
    if (told.containsAll(found)) {
      goTo(beside(1).orElse(step));
    }
    told = new ArrayList<>(found);
  }

  public void goTo(IntakeStep wanted) {
    if (keep(wanted)) {
      new IntakeAddress(id, wanted).go();
    }
  }

  public boolean isDraft() {
    return view().state() == IntakeState.DRAFT;
  }

  public long getId() {
    return id;
  }

  /** The step of the address, or where the intake was left, if it has it. */
  public IntakeStep getStep() {
    if (step == null || !has(step)) {
      step = has(view().step()) ? view().step() : view().steps().get(0);
    }
    return step;
  }

  /** The page of own forms stays open when a change on it takes the last of them away. */
  private boolean has(IntakeStep wanted) {
    return view().steps().contains(wanted)
        || (wanted == IntakeStep.MORE && !view().forms().own().isEmpty());
  }

  public boolean isLast() {
    return beside(1).isEmpty();
  }

  /** The step before, or null. */
  public IntakeStep getPrevious() {
    return beside(-1).orElse(null);
  }

  private Optional<IntakeStep> beside(int places) {
    List<IntakeStep> steps =
        Stream.of(IntakeStep.values())
            .filter(each -> each == getStep() || view().steps().contains(each))
            .toList();
    int place = steps.indexOf(getStep()) + places;
    return place >= 0 && place < steps.size() ? Optional.of(steps.get(place)) : Optional.empty();
  }

  /** The page of this step. */
  public String getPart() {
    return "/WEB-INF/intake/" + getStep().name().toLowerCase(Locale.ROOT) + ".xhtml";
  }

  public TypedEntries getEntries() {
    return entries;
  }

  /** What this page shows in its fields, as it is sent back with every post. */
  public String getShown() {
    return ShownEntries.text(entries.shown(ShownEntries.part(getStep())));
  }

  public void setShown(String sent) {
    entries.showed(ShownEntries.read(sent));
  }

  /** Fields that somebody else changed meanwhile. */
  public List<EntryConflict> getConflicts() {
    return conflicts;
  }

  public IntakeView getView() {
    return view();
  }

  public Instant getSavedAt() {
    return view().savedAt();
  }

  public boolean isWarned() {
    return !told.isEmpty();
  }
}
