package org.pacegate.domain.questionnaire;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items apply to one response. An item depends on what it stands in and on what its
 * conditions look at, and never in a circle, so every item has one answer whatever order they are
 * asked in: the fixed point of "a disabled item's answer is absent" (R4.52).
 */
final class QuestionnaireRun {
  private final Questionnaire questionnaire;
  private final Response given;
  private final Map<String, Item> items;
  private final Map<String, Item> parents = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();

  QuestionnaireRun(Questionnaire questionnaire, Response given) {
    this.questionnaire = questionnaire;
    this.given = given;
    this.items = questionnaire.byLinkId();
    items
        .values()
        .forEach(item -> item.items().forEach(child -> parents.put(child.linkId(), item)));
  }

  Set<String> enabled() {
    Set<String> enabled = new LinkedHashSet<>();
    for (Item item : questionnaire.all()) {
      if (applies(item)) {
        enabled.add(item.linkId());
      }
    }
    return enabled;
  }

  private boolean applies(Item item) {
    Boolean decided = known.get(item.linkId());
    if (decided == null) {
      Item parent = parents.get(item.linkId());
      decided = (parent == null || applies(parent)) && item.enablement().holds(this::counting);
      known.put(item.linkId(), decided);
    }
    return decided;
  }

  private List<Value> counting(String linkId) {
    return applies(items.get(linkId)) ? given.to(linkId) : List.of();
  }
}
