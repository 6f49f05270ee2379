package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.Section;
import org.pacegate.domain.screening.Urgency;

/** R5.63: a letter names every red flag of the shipped rule sets. */
class LetterSignsTest {

  /** What the record says, how long a sign is there, and a clinician's own examination. */
  private static final Set<String> UNNAMED = Set.of("AGE-16", "CES-T", "DVT-W");

  private static Set<String> words(String language) {
    return ResourceBundle.getBundle(
            "org.pacegate.service.pdf.letter",
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .keySet();
  }

  @Test
  void R5_63_every_red_flag_has_a_name_in_both_languages() {
    Set<String> signs =
        Shipped.all()
            .flatMap(tried -> tried.rules().rules().stream())
            .filter(rule -> rule.urgency().keepsGateShut())
            .map(Rule::clinicalId)
            .filter(sign -> !UNNAMED.contains(sign))
            .map(sign -> "sign." + sign)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(words("en").stream().filter(key -> key.startsWith("sign.")))
        .containsExactlyInAnyOrderElementsOf(signs);
    for (Section area : Section.values()) {
      signs.add("area." + area);
    }
    for (Urgency urgency : Urgency.values()) {
      signs.add("urgent." + urgency);
    }
    assertThat(words("en")).containsAll(signs).isEqualTo(words("es"));
  }
}
