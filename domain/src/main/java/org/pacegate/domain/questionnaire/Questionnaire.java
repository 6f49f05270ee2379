package org.pacegate.domain.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A versioned form. An instance is well formed ({@link Flaw}); a change is a new version, and a
 * response stays with the version it was given to.
 *
 * @param id which form it is, such as {@code back-pain}
 * @param version of the form, such as {@code 1}
 * @param title what it is called
 * @param items its parts, in asking order
 */
public record Questionnaire(String id, String version, Text title, List<Item> items) {

  /** Refuses a malformed questionnaire with all its flaws. */
  public Questionnaire {
    Objects.requireNonNull(title, "title");
    items = List.copyOf(items);
    List<Flaw> flaws = new QuestionnaireCheck(id, version, title, items).flaws();
    if (!flaws.isEmpty()) {
      throw new MalformedQuestionnaire(flaws);
    }
  }

  /** All items in asking order, each before what stands in it. */
  public List<Item> all() {
    List<Item> all = new ArrayList<>();
    collect(items, all);
    return all;
  }

  private static void collect(List<Item> items, List<Item> all) {
    for (Item item : items) {
      all.add(item);
      collect(item.items(), all);
    }
  }

  /** Everything that stands in an item, at any depth, in order. */
  public List<Item> within(Item group) {
    List<Item> within = new ArrayList<>();
    collect(group.items(), within);
    return within;
  }

  /** Everything that may be asked, in order: no groups, no words to read, nothing hidden. */
  public List<Item> questions() {
    List<Item> hidden = new ArrayList<>();
    all().stream().filter(Item::isHidden).forEach(item -> collect(List.of(item), hidden));
    return all().stream()
        .filter(item -> item.type().isQuestion() && !hidden.contains(item))
        .toList();
  }

  /** The item with this link id. */
  public Optional<Item> item(String linkId) {
    return all().stream().filter(item -> item.linkId().equals(linkId)).findFirst();
  }

  /** Link ids of everything that applies, hidden items included, in asking order (R4.51). */
  public Set<String> enabled(Response given) {
    return new QuestionnaireRun(this, given).enabled();
  }

  /** The questions to ask, answered or not, in order. */
  public List<Item> asked(Response given) {
    Set<String> enabled = enabled(given);
    return questions().stream().filter(item -> enabled.contains(item.linkId())).toList();
  }

  /** The response without answers to what does not apply or does not exist (R4.54). */
  public Response kept(Response given) {
    Set<String> enabled = enabled(given);
    return given.without(
        given.answers().keySet().stream().filter(linkId -> !enabled.contains(linkId)).toList());
  }

  /**
   * Which answers a change would remove (R4.54), in asking order: given before, enabled before, and
   * no longer enabled.
   */
  public List<String> removedBy(Response before, Response after) {
    Set<String> still = enabled(after);
    return enabled(before).stream()
        .filter(linkId -> before.has(linkId) && after.has(linkId) && !still.contains(linkId))
        .toList();
  }

  /** Everything that keeps the response from being complete and valid, in asking order (R4.55). */
  public List<ResponseProblem> problems(Response given) {
    return new ResponseCheck(this, given).problems();
  }

  /** The questions that are asked, required and not answered, in order. */
  public List<Item> open(Response given) {
    return asked(given).stream()
        .filter(item -> item.isRequired() && !given.has(item.linkId()))
        .toList();
  }

  Map<String, Item> byLinkId() {
    return all().stream().collect(Collectors.toMap(Item::linkId, Function.identity()));
  }
}
