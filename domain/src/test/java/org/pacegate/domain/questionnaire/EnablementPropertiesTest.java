package org.pacegate.domain.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.questionnaire.Forms.NO;
import static org.pacegate.domain.questionnaire.Forms.YES;
import static org.pacegate.domain.questionnaire.Forms.form;
import static org.pacegate.domain.questionnaire.Forms.question;
import static org.pacegate.domain.questionnaire.Forms.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.pacegate.domain.questionnaire.Enablement.Behavior;

/** Laws of enablement over random forms and answers. jqwik prints its seed. */
class EnablementPropertiesTest {
  private static final int QUESTIONS = 8;
  private static final List<Operator> OPERATORS =
      List.of(Operator.EXISTS, Operator.EQUAL, Operator.NOT_EQUAL);

  @Property
  void r452TheOrderOfItemsChangesNothing(@ForAll long seed) {
    Random random = new Random(seed);
    List<Item> items = items(random);
    Response given = answers(random);
    List<Item> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, random);

    assertThat(enabled(shuffled, given)).isEqualTo(enabled(items, given));
  }

  @Property
  void r452TheEnabledItemsAreAFixedPoint(@ForAll long seed) {
    Random random = new Random(seed);
    Questionnaire form = form(items(random).toArray(Item[]::new));
    Response given = answers(random);
    Set<String> enabled = form.enabled(given);

    Response kept = form.kept(given);
    for (Item item : form.all()) {
      assertThat(item.enablement().holds(kept::to)).isEqualTo(enabled.contains(item.linkId()));
    }
    assertThat(form.enabled(kept)).isEqualTo(enabled);
    assertThat(form.kept(kept)).isEqualTo(kept);
  }

  @Property
  void r454WhatIsNamedAsRemovedIsWhatIsNotKept(@ForAll long seed) {
    Random random = new Random(seed);
    Questionnaire form = form(items(random).toArray(Item[]::new));
    Response before = form.kept(answers(random));
    Response after = before.with("q0", random.nextBoolean() ? YES : NO);

    Set<String> gone = new HashSet<>(after.answers().keySet());
    gone.removeAll(form.kept(after).answers().keySet());
    assertThat(form.removedBy(before, after)).containsExactlyInAnyOrderElementsOf(gone);
  }

  private static Set<String> enabled(List<Item> items, Response given) {
    return form(items.toArray(Item[]::new)).enabled(given);
  }

  /** Each question looks at some of those before it, so that no circle comes about. */
  private static List<Item> items(Random random) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      List<EnableWhen> conditions = new ArrayList<>();
      for (int c = random.nextInt(3); i > 0 && c > 0; c--) {
        conditions.add(
            when(
                "q" + random.nextInt(i),
                OPERATORS.get(random.nextInt(OPERATORS.size())),
                random.nextBoolean() ? YES : NO));
      }
      Behavior behavior = random.nextBoolean() ? Behavior.ALL : Behavior.ANY;
      items.add(question("q" + i, ItemType.BOOLEAN, new Enablement(behavior, conditions)));
    }
    return items;
  }

  private static Response answers(Random random) {
    Response given = Response.none();
    for (int i = 0; i < QUESTIONS; i++) {
      if (random.nextInt(4) > 0) {
        given = given.with("q" + i, random.nextBoolean() ? YES : NO);
      }
    }
    return given;
  }
}
