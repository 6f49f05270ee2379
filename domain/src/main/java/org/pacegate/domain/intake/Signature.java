package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * What somebody put under a consent: the name in full, or the way of a pen. For a runner who is a
 * child somebody else signs, and says who they are (R4.62). Immutable.
 */
@Embeddable
public class Signature {

  /** From this age on a runner signs alone. */
  private static final int SIGNS_ALONE_AT = 16;

  private static final int LONGEST_NAME = 200;

  @Enumerated(EnumType.STRING)
  @Column(name = "signature_kind")
  private SignatureKind kind;

  @Column(name = "signer_name")
  private String name;

  @Column(name = "signature_strokes")
  private String strokes;

  @Enumerated(EnumType.STRING)
  @Column(name = "signer_relation")
  private Relation relation;

  protected Signature() {}

  private Signature(SignatureKind kind, String name, Strokes strokes, Relation relation) {
    this.kind = kind;
    this.name = name;
    this.strokes = strokes == null ? null : strokes.text();
    this.relation = Objects.requireNonNull(relation, "relation");
  }

  /**
   * The signer's name in full stands for the signature.
   *
   * @throws InvalidValue {@code signature missing}, {@code tooLong}, or {@code noName} for what has
   *     no letter
   */
  public static Signature typed(String name, Relation relation) {
    return new Signature(SignatureKind.TYPED, name(name), null, relation);
  }

  /**
   * Signed by hand.
   *
   * @param name of the signer; may be left out by the runner
   * @throws InvalidValue as {@link #typed}, for a name that must be there or is none
   */
  public static Signature drawn(Strokes strokes, String name, Relation relation) {
    boolean named =
        relation.isForSomebodyElse() || Words.optional("signature", name, LONGEST_NAME) != null;
    return new Signature(
        SignatureKind.DRAWN,
        named ? name(name) : null,
        Objects.requireNonNull(strokes, "strokes"),
        relation);
  }

  private static String name(String name) {
    String words = Words.required("signature", name, LONGEST_NAME);
    if (words.codePoints().noneMatch(Character::isLetter)) {
      throw new InvalidValue("signature", "noName");
    }
    return words;
  }

  /**
   * Refuses a child's own signature.
   *
   * @param birthDate of the runner, null while it is not known
   * @throws InvalidValue {@code relation child} for a runner under 16 who signs alone
   */
  public void expectFor(LocalDate birthDate, LocalDate day) {
    boolean child = birthDate != null && birthDate.plusYears(SIGNS_ALONE_AT).isAfter(day);
    if (child && !relation.isForSomebodyElse()) {
      throw new InvalidValue("relation", "child");
    }
  }

  public SignatureKind kind() {
    return kind;
  }

  /** The name of who signed; empty when the runner drew it without typing one. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** The way of the pen; empty for a typed name. */
  public Optional<Strokes> strokes() {
    return Optional.ofNullable(strokes).map(Strokes::read);
  }

  public Relation relation() {
    return relation;
  }
}
