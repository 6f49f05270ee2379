package org.pacegate.web.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.plan.BlockContent;
import org.pacegate.domain.plan.PlanContent;
import org.pacegate.service.plan.PlanDesk;

/** The sheet that the runner reads and takes home, in the runner's language. */
@Named("planSheet")
@RequestScoped
public class PlanSheet {

  /** The words of the sheet. */
  public ResourceBundle words(PlanDesk desk) {
    return RunnersText.in(desk.header().language(), "plan");
  }

  /** What the runner does when it gets worse, whatever the plan says. */
  public String safety(PlanDesk desk) {
    return RunnersText.in(desk.header().language(), "screening").getString("safety.net");
  }

  public String date(LocalDate date, Language runner) {
    return DateTimeFormatter.ofPattern(
            RunnersText.in(runner, "plan").getString("sheet.date"), locale(runner))
        .format(date);
  }

  /** The parts of a plan in the order in which a runner goes through them. */
  public List<BlockContent> parts(PlanContent content) {
    return content.blocks().stream().sorted(Comparator.comparing(BlockContent::kind)).toList();
  }

  /** How much of a part: distance, sessions and the pain at which it stops. */
  public List<String> amounts(BlockContent block, PlanDesk desk) {
    List<String> amounts = new ArrayList<>();
    if (block.loadPercent() != null) {
      amounts.add(load(block, desk));
    }
    if (block.sessionsPerWeek() != null) {
      amounts.add(say(desk, "sheet.sessions", block.sessionsPerWeek()));
    }
    if (block.painCeiling() != null) {
      amounts.add(say(desk, "sheet.pain", block.painCeiling()));
    }
    return amounts;
  }

  private String load(BlockContent block, PlanDesk desk) {
    if (block.loadPercent() == 0) {
      return say(desk, "sheet.load.none");
    }
    BigDecimal percent = BigDecimal.valueOf(block.loadPercent());
    return desk.episode().kmPerWeek() == null
        ? say(desk, "sheet.load.percent", block.loadPercent())
        : say(
            desk,
            "sheet.load",
            block.loadPercent(),
            Distances.kmAndMiles(
                Distances.part(percent, desk.episode().kmPerWeek()),
                locale(desk.header().language())));
  }

  private String say(PlanDesk desk, String key, Object... facts) {
    return new MessageFormat(words(desk).getString(key), locale(desk.header().language()))
        .format(facts);
  }

  private static Locale locale(Language runner) {
    return Locale.forLanguageTag(runner.name());
  }
}
