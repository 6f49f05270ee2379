package org.pacegate.service.questionnaire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.service.questionnaire.ItemChange.Kind;

/** Says what loading a sound questionnaire would do. */
final class FileReports {
  private FileReports() {}

  static FileReport of(Questionnaire read, Optional<Questionnaire> before) {
    return new FileReport(
        List.of(),
        Optional.of(read),
        counts(read),
        untranslated(read),
        before.map(Questionnaire::version),
        before.map(old -> changes(old, read)).orElse(List.of()));
  }

  private static Map<ItemType, Long> counts(Questionnaire read) {
    Map<ItemType, Long> counts = new EnumMap<>(ItemType.class);
    read.all().forEach(item -> counts.merge(item.type(), 1L, Long::sum));
    return counts;
  }

  private static List<String> untranslated(Questionnaire read) {
    return read.all().stream()
        .filter(item -> !item.text().isTranslated() || !isTranslated(item.options()))
        .map(Item::linkId)
        .toList();
  }

  private static boolean isTranslated(List<Option> options) {
    return options.stream().allMatch(option -> option.text().isTranslated());
  }

  private static List<ItemChange> changes(Questionnaire before, Questionnaire now) {
    List<ItemChange> changes = new ArrayList<>();
    for (Item item : now.all()) {
      Optional<Item> old = before.item(item.linkId());
      if (old.isEmpty()) {
        changes.add(new ItemChange(item.linkId(), Kind.NEW));
      } else if (!alone(item).equals(alone(old.get()))) {
        changes.add(new ItemChange(item.linkId(), Kind.CHANGED));
      }
    }
    before.all().stream()
        .filter(old -> now.item(old.linkId()).isEmpty())
        .forEach(old -> changes.add(new ItemChange(old.linkId(), Kind.GONE)));
    return changes;
  }

  /** The item without what stands in it: that is compared by itself. */
  private static Item alone(Item item) {
    return new Item(
        item.linkId(),
        item.type(),
        item.text(),
        item.traits(),
        item.options(),
        item.range(),
        item.enablement(),
        List.of());
  }
}
