package org.pacegate.service.intake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.intake.Relation;
import org.pacegate.domain.intake.Signature;
import org.pacegate.domain.intake.Strokes;
import org.pacegate.domain.shared.InvalidValue;

/** What somebody agreed to and how they signed, as it was typed and drawn. */
final class ConsentEntries {

  static final String GIVEN = "consent.given";
  static final String SIGNATURE = "consent.signature";
  static final String DRAWN = "consent.drawn";
  static final String RELATION = "consent.relation";

  /** Id of the text that the signature was put under. */
  static final String SIGNED = "consent.signed";

  private final Entries entries;
  private final LocalDate today;

  ConsentEntries(Entries entries, LocalDate today) {
    this.entries = entries;
    this.today = today;
  }

  /**
   * The signed consent to the text that somebody read at their own door (R4.4, R4.60).
   *
   * @param texts what an id names
   * @param born null while it is not known
   */
  Optional<SignedText> toNamed(Function<String, Optional<ConsentText>> texts, LocalDate born) {
    String given = entries.text(GIVEN);
    Optional<ConsentText> text = Optional.ofNullable(given).flatMap(texts);
    if (given != null && text.isEmpty()) {
      entries.problem(IntakeStep.CONSENT, GIVEN, "changed");
    }
    return to(text, born);
  }

  /**
   * The signed consent, if it is to the text that holds now (R4.4, R4.20, R4.60).
   *
   * @param current the text in the runner's language; empty while that is not known
   * @param born null while it is not known
   */
  Optional<SignedText> to(Optional<ConsentText> current, LocalDate born) {
    String given = entries.text(GIVEN);
    if (given == null) {
      entries.problem(IntakeStep.CONSENT, GIVEN, "missing");
    } else if (current.isPresent() && !given.equals(current.get().id())) {
      entries.problem(IntakeStep.CONSENT, GIVEN, "changed");
    }
    Optional<Signature> signature = signature(current, born);
    return current
        .filter(text -> text.id().equals(given))
        .flatMap(text -> signature.map(signed -> new SignedText(text, signed)));
  }

  private Optional<Signature> signature(Optional<ConsentText> current, LocalDate born) {
    boolean unsigned = entries.text(SIGNATURE) == null && entries.text(DRAWN) == null;
    if (!unsigned && current.isPresent() && !current.get().id().equals(entries.text(SIGNED))) {
      entries.problem(IntakeStep.CONSENT, SIGNATURE, "changed");
      return Optional.empty();
    }
    return entries.built(IntakeStep.CONSENT, name -> "consent." + name, () -> read(born));
  }

  private Signature read(LocalDate born) {
    String drawn = entries.text(DRAWN);
    String name = entries.text(SIGNATURE);
    Signature signature =
        drawn == null
            ? Signature.typed(name, relation())
            : Signature.drawn(Strokes.read(drawn), name, relation());
    signature.expectFor(born, today);
    return signature;
  }

  private Relation relation() {
    if (entries.text(RELATION) == null) {
      return Relation.SELF;
    }
    return entries
        .constantIfValid(RELATION, Relation::valueOf)
        .orElseThrow(() -> new InvalidValue("relation", "unknown"));
  }
}
