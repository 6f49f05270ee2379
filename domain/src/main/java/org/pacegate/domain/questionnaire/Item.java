package org.pacegate.domain.questionnaire;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One part of a questionnaire: a question, words to read, or a group of such parts. What it may
 * hold is checked when it becomes part of a {@link Questionnaire}.
 *
 * @param linkId what answers, conditions and rules name it by
 * @param type its kind
 * @param text what is read
 * @param traits required, repeating, hidden, answerable with "not sure"
 * @param options what to choose from; empty for other kinds
 * @param range the numbers it takes; any for other kinds
 * @param enablement when it applies
 * @param items what stands in it: a group's parts, a question's explanation or sub-questions
 */
public record Item(
    String linkId,
    ItemType type,
    Text text,
    Set<Trait> traits,
    List<Option> options,
    Range range,
    Enablement enablement,
    List<Item> items) {

  /** Keeps its own copies; refuses anything missing. */
  public Item {
    Objects.requireNonNull(linkId, "linkId");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(enablement, "enablement");
    traits = traits.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(traits));
    options = List.copyOf(options);
    items = List.copyOf(items);
  }

  /** Whether it is filled from the record and never asked. */
  public boolean isHidden() {
    return traits.contains(Trait.HIDDEN);
  }

  public boolean isRequired() {
    return traits.contains(Trait.REQUIRED);
  }

  public boolean repeats() {
    return traits.contains(Trait.REPEATS);
  }

  public boolean takesNotSure() {
    return traits.contains(Trait.NOT_SURE);
  }

  /** Whether an answer, given once, may be kept by saying that it still holds. */
  public boolean isLasting(String code) {
    return option(code).filter(Option::lasting).isPresent();
  }

  /** The option with this code. */
  public Optional<Option> option(String code) {
    return options.stream().filter(each -> each.code().equals(code)).findFirst();
  }
}
