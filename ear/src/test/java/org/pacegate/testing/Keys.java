package org.pacegate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

/**
 * A person without a mouse. Every move is a key, and what has the focus after a Tab must be marked,
 * inside the window and not covered by anything that stays in place.
 */
public final class Keys {

  private static final int MOST_TABS = 150;

  /** Says what is wrong with the focus; an empty text when it is well. */
  private static final String FOCUS =
      """
      () => {
        const at = document.activeElement;
        if (!at || at === document.body) return '';
        const after = at.nextElementSibling;
        const drawn = [at, ...(at.labels || []), ...(after ? [after] : [])];
        const marked = drawn.find((each) => {
          const style = getComputedStyle(each);
          return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            && parseFloat(style.opacity) > 0.9 && style.visibility === 'visible'
            && each.getClientRects().length > 0;
        });
        const name = at.outerHTML.slice(0, 160);
        if (!marked) return 'not marked: ' + name;
        const box = marked.getClientRects()[0];
        const tall = box.height > innerHeight - 200;
        if (box.top < 0 || (!tall && box.bottom > innerHeight)) {
          return `outside the window at ${box.top} to ${box.bottom}: ` + name;
        }
        const x = Math.min(box.left + box.width / 2, innerWidth - 1);
        const ends = tall ? [box.top + 3] : [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3];
        for (const y of ends) {
          const top = document.elementFromPoint(x, y);
          if (!top || !(marked.contains(top) || top.contains(marked) || drawn.includes(top))) {
            return `covered at ${y} by ${top && top.outerHTML.slice(0, 160)}: ` + name;
          }
        }
        return '';
      }
      """;

  private final Page page;
  private int pressed;

  public Keys(Page page) {
    this.page = page;
  }

  /** How many keys were pressed beside typed text. */
  public int pressed() {
    return pressed;
  }

  /** Presses Tab until the focus is on an element that matches. */
  public Keys to(String selector) {
    return move("Tab", selector, "");
  }

  /** The same, for one of several: the one whose row or whose own text holds these words. */
  public Keys to(String selector, String words) {
    return move("Tab", selector, words);
  }

  /** Presses Shift and Tab until the focus is on an element that matches. */
  public Keys back(String selector) {
    return move("Shift+Tab", selector, "");
  }

  private Keys move(String key, String selector, String words) {
    for (int i = 0; i < MOST_TABS && !isOn(selector, words); i++) {
      press(key);
      assertThat(page.evaluate(FOCUS)).as("focus on %s", page.url()).isEqualTo("");
    }
    assertThat(isOn(selector, words)).as("%s reaches %s %s", key, selector, words).isTrue();
    return this;
  }

  private boolean isOn(String selector, String words) {
    return (boolean)
        page.evaluate(
            "([wanted, words]) => document.activeElement.matches(wanted)"
                + " && (document.activeElement.closest('tr') || document.activeElement)"
                + ".textContent.includes(words)",
            new Object[] {selector, words});
  }

  public Keys press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
      pressed++;
    }
    return this;
  }

  public Keys type(String text) {
    page.keyboard().type(text);
    return this;
  }
}
