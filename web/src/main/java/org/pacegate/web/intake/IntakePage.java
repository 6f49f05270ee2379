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
import org.omnifaces.util.Faces;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.SaveIntake;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.MissingRecord;

/** One intake at one step: keeps what is typed and moves between the steps (R4.9, R4.10). */
@Named
@ViewScoped
public class IntakePage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Intakes intakes;
  @Inject private IntakeChecks checks;
  @Inject private LanguageView language;

  private final TypedEntries entries = new TypedEntries();
  private Long id;
  private IntakeStep step;
  private transient IntakeView view;
  private ArrayList<String> shown = new ArrayList<>();

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
      if (id == null) {
        throw new NoSuchRecord("Intake", 0);
      }
      take(intakes.open(id));
    }
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

  private boolean keep(IntakeStep at) {
    try {
      IntakeView current = intakes.save(new SaveIntake(id, at, entries.changes()));
      entries.markSaved();
      take(current);
      return true;
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    } catch (DomainRefusal refused) {
      if ("intake.notDraft".equals(refused.code())) {
        new IntakeAddress(id, step).go();
      } else {
        IntakeWords.in(language.getLocale()).refusal(refused);
      }
    }
    return false;
  }

  /** Continues; a problem that was not shown yet is shown first. */
  public void goOn() {
    if (!keep(getStep())) {
      return;
    }
    List<String> found = checks.show(id, step);
    if (shown.containsAll(found)) {
      goTo(step.next().orElse(step));
    }
    shown = new ArrayList<>(found);
  }

  public void goTo(IntakeStep wanted) {
    if (keep(wanted)) {
      new IntakeAddress(id, wanted).go();
    }
  }

  /** Nobody needs this intake. */
  public void discard() {
    try {
      intakes.discard(id);
      IntakeWords.in(language.getLocale()).news("discarded");
      Faces.redirect(Faces.getRequestContextPath() + IntakeListPage.PATH);
    } catch (DomainRefusal refused) {
      new IntakeAddress(id, step).go();
    }
  }

  public boolean isDraft() {
    return view().state() == IntakeState.DRAFT;
  }

  public Long getId() {
    return id;
  }

  /** The step of the address, or where the intake was left; a second screening has one step. */
  public IntakeStep getStep() {
    if (step == null || view().rescreen()) {
      step = view().rescreen() ? IntakeStep.SCREENING : view().step();
    }
    return step;
  }

  public boolean isLast() {
    return getStep() == IntakeStep.CONSENT || view().rescreen();
  }

  /** The step before, or null. */
  public IntakeStep getPrevious() {
    return view().rescreen() ? null : getStep().previous().orElse(null);
  }

  /** The page of this step. */
  public String getPart() {
    return "/WEB-INF/intake/" + getStep().name().toLowerCase(Locale.ROOT) + ".xhtml";
  }

  public TypedEntries getEntries() {
    return entries;
  }

  public IntakeView getView() {
    return view();
  }

  public Instant getSavedAt() {
    return view().savedAt();
  }

  public boolean isWarned() {
    return !shown.isEmpty();
  }
}
