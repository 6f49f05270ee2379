package org.pacegate.domain.questionnaire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pacegate.domain.questionnaire.Flaw.Kind;

/** Finds everything that is wrong with a questionnaire (R4.50). */
final class QuestionnaireCheck {
  private static final int MOST_ITEMS = 1_000;
  private static final int DEEPEST = 8;

  private final String id;
  private final String version;
  private final Text title;
  private final List<Item> top;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<String, String> parents = new LinkedHashMap<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private int count;

  QuestionnaireCheck(String id, String version, Text title, List<Item> top) {
    this.id = id;
    this.version = version;
    this.title = title;
    this.top = top;
  }

  List<Flaw> flaws() {
    if (!ItemCheck.isCode(id) || !ItemCheck.isCode(version)) {
      flaws.add(new Flaw("", Kind.ID_MALFORMED, id + " " + version));
    }
    ItemCheck.flawsIn(title).forEach(kind -> flaws.add(new Flaw("", kind, "")));
    if (top.isEmpty()) {
      flaws.add(new Flaw("", Kind.NO_ITEMS, ""));
    }
    if (!walk()) {
      return flaws;
    }
    items.values().forEach(item -> flaws.addAll(new ConditionCheck(item, items).flaws()));
    if (flaws.isEmpty()) {
      circle();
    }
    return flaws;
  }

  /** Reads every item once, without recursion: depth is what is being checked. */
  private boolean walk() {
    record Place(Item item, String parent, int depth) {}
    Deque<Place> waiting = new ArrayDeque<>();
    top.forEach(item -> waiting.add(new Place(item, "", 1)));
    while (!waiting.isEmpty()) {
      Place place = waiting.pop();
      Item item = place.item();
      if (++count > MOST_ITEMS) {
        flaws.add(new Flaw("", Kind.TOO_MANY_ITEMS, String.valueOf(MOST_ITEMS)));
        return false;
      }
      if (place.depth() > DEEPEST) {
        flaws.add(new Flaw(item.linkId(), Kind.TOO_DEEP, String.valueOf(DEEPEST)));
        return false;
      }
      if (items.putIfAbsent(item.linkId(), item) != null) {
        flaws.add(new Flaw(item.linkId(), Kind.LINK_ID_TWICE, ""));
      } else {
        parents.put(item.linkId(), place.parent());
      }
      flaws.addAll(ItemCheck.flawsIn(item));
      item.items()
          .forEach(child -> waiting.add(new Place(child, item.linkId(), place.depth() + 1)));
    }
    return true;
  }

  /**
   * Takes away, again and again, every item that waits for none that is left; what then is left
   * waits in a circle. An item waits for what it stands in and for what its conditions look at.
   */
  private void circle() {
    Map<String, Set<String>> waits = new LinkedHashMap<>();
    for (Item item : items.values()) {
      Set<String> others = new HashSet<>();
      item.enablement().conditions().forEach(each -> others.add(each.question()));
      String parent = parents.get(item.linkId());
      if (!parent.isEmpty()) {
        others.add(parent);
      }
      waits.put(item.linkId(), others);
    }
    Map<String, List<String>> followers = new LinkedHashMap<>();
    waits.forEach(
        (linkId, others) ->
            others.forEach(
                other -> followers.computeIfAbsent(other, key -> new ArrayList<>()).add(linkId)));
    Deque<String> free = new ArrayDeque<>();
    waits.forEach(
        (linkId, others) -> {
          if (others.isEmpty()) {
            free.add(linkId);
          }
        });
    while (!free.isEmpty()) {
      String done = free.pop();
      for (String follower : followers.getOrDefault(done, List.of())) {
        Set<String> others = waits.get(follower);
        if (others.remove(done) && others.isEmpty()) {
          free.add(follower);
        }
      }
    }
    waits.forEach(
        (linkId, others) -> {
          if (!others.isEmpty()) {
            flaws.add(new Flaw(linkId, Kind.CONDITIONS_IN_A_CIRCLE, ""));
          }
        });
  }
}
