package org.pacegate.service.intake;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.intake.IntakeStep;

/** What hurts, as it was typed. */
final class ComplaintEntries {

  private static final String OK = "ok";
  private static final String UNKNOWN = "?";

  private final Entries entries;
  private final LocalDate today;

  ComplaintEntries(Entries entries, LocalDate today) {
    this.entries = entries;
    this.today = today;
  }

  /**
   * The injury, if everything about it is there and can be.
   *
   * @param birthDate null while it is not known
   */
  Optional<Injury> injury(LocalDate birthDate) {
    LocalDate born = birthDate == null ? LocalDate.MIN : birthDate;
    BodySite site = entries.constant(IntakeStep.COMPLAINT, "complaint.bodySite", BodySite::valueOf);
    Side side = entries.constant(IntakeStep.COMPLAINT, "complaint.side", Side::valueOf);
    LocalDate onset = entries.date(IntakeStep.COMPLAINT, "complaint.onsetDate");
    OnsetKind kind =
        entries.constant(IntakeStep.COMPLAINT, "complaint.onsetKind", OnsetKind::valueOf);
    entries.required(IntakeStep.COMPLAINT, "complaint.words");
    eachByItself(onset, born);
    return entries.problems().stream().anyMatch(each -> each.step() == IntakeStep.COMPLAINT)
        ? Optional.empty()
        : Optional.of(new Injury(site, side, entries.text("complaint.words"), onset, kind));
  }

  /** What of the injury can be read; without a region the questions were those of the low back. */
  Injury asFarAsKnown(LocalDate birthDate) {
    return injury(birthDate)
        .orElseGet(
            () -> {
              BodySite site =
                  entries
                      .constantIfValid("complaint.bodySite", BodySite::valueOf)
                      .orElse(BodySite.LOW_BACK);
              Side side =
                  entries.constantIfValid("complaint.side", Side::valueOf).orElse(Side.MIDLINE);
              String words = Objects.requireNonNullElse(entries.fine("complaint.words"), UNKNOWN);
              OnsetKind kind =
                  entries
                      .constantIfValid("complaint.onsetKind", OnsetKind::valueOf)
                      .orElse(OnsetKind.UNKNOWN);
              return entries
                  .dateIfValid("complaint.onsetDate")
                  .filter(told -> !entries.hasProblem("complaint.onsetDate"))
                  .map(told -> new Injury(site, side, words, told, kind))
                  .orElseGet(() -> Injury.seenInEmergency(site, side, words, today));
            });
  }

  private void eachByItself(LocalDate onset, LocalDate born) {
    if (entries.text("complaint.words") != null) {
      tried(() -> injury(entries.text("complaint.words"), today));
    }
    if (onset != null) {
      tried(
          () -> {
            Injury injury = injury(OK, onset);
            injury.expectPlausible(today, born);
            return injury;
          });
    }
  }

  private static Injury injury(String words, LocalDate onset) {
    return new Injury(BodySite.LOW_BACK, Side.MIDLINE, words, onset, OnsetKind.UNKNOWN);
  }

  private void tried(Supplier<Injury> constructor) {
    entries.built(
        IntakeStep.COMPLAINT,
        name -> "complaint." + (name.equals("complaint") ? "words" : name),
        constructor);
  }
}
