package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens reports in a browser, where alone it shows whether what is hostile comes to life. */
class ReportInBrowserTest {
  private static final int ATTACKS = 56;
  private static final int LARGE = 54;

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path report(String run) {
    Path file = folder.resolve(run + ".html");
    new Program().run("report", "--sandbox", run, "--to", file.toString());
    return file;
  }

  private static void open(String run) throws Exception {
    browser.open(report(run).toUri().toString());
  }

  private static long number(String script) throws IOException, InterruptedException {
    return browser.ask("return " + script).asLong(-1);
  }

  private static String nothingThatRuns() {
    return """
        [...document.querySelectorAll('*')].filter(e =>
          ['SCRIPT','IFRAME','OBJECT','EMBED','LINK','FORM','BASE','SVG','svg'].includes(e.tagName)
          || [...e.attributes].some(a => a.name.startsWith('on')
            || a.name === 'style'
            || (['href','src'].includes(a.name)
              && !/^(#|data:(image|video)\\/|data:application\\/octet-stream;)/.test(a.value))))
          .length""";
  }

  @Test
  void showsAttacksAndRunsNone() throws Exception {
    open(Program.run(ATTACKS));

    assertThat(
            browser.ask("return document.documentElement.dataset.pwned || window.pwned").isNull())
        .as("nothing of the payloads ran")
        .isTrue();
    assertThat(number(nothingThatRuns())).as("elements that could do something").isZero();
    assertThat(browser.ask("return document.body.innerText").asText())
        .as("payloads are shown")
        .contains("<script>")
        .contains("onerror=");
    assertThat(browser.complaints()).as("the policy had nothing to stop").isEmpty();
  }

  /** Else the test above could not fail. */
  @Test
  void theseAttacksRunWhereNothingIsEscaped() throws Exception {
    Path page = folder.resolve("control.html");
    String html = Files.readString(report(Program.run(ATTACKS)));
    String open =
        html.replaceFirst("<meta http-equiv=[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#34;", "\"")
            .replace("&#39;", "'");
    Files.writeString(page, open, StandardCharsets.UTF_8);

    browser.open(page.toUri().toString());

    assertThat(browser.ask("return document.documentElement.dataset.pwned || null").asText())
        .isNotEmpty();
    assertThat(number(nothingThatRuns())).isPositive();
    browser.complaints();
  }

  @Test
  void thePolicyStopsWhatGetsPastTheTemplate() throws Exception {
    Path page = folder.resolve("injected.html");
    String html = Files.readString(report(Program.run(1)));
    String attack = "<script>document.documentElement.dataset.pwned='1'</script></main>";
    Files.writeString(page, html.replace("</main>", attack), StandardCharsets.UTF_8);

    browser.open(page.toUri().toString());

    assertThat(number("document.scripts.length")).isPositive();
    assertThat(browser.ask("return document.documentElement.dataset.pwned || null").isNull())
        .isTrue();
    assertThat(browser.complaints()).anyMatch(line -> line.contains("Content Security Policy"));
  }

  @Test
  void picturesAndRecordingsOfTheDemonstrationAreThere() throws Exception {
    open(Program.run(1));

    assertThat(
            browser
                .await(
                    """
            const end = arguments[arguments.length - 1];
            const pictures = [...document.images];
            pictures.forEach(p => p.loading = 'eager');
            Promise.all(pictures.map(p => p.decode().then(() => 1, () => 0)))
              .then(good => end(good.length > 7 && good.every(g => g === 1)));""")
                .asBoolean())
        .as("every picture decodes")
        .isTrue();
    assertThat(
            browser
                .await(
                    """
            const end = arguments[arguments.length - 1];
            const films = [...document.querySelectorAll('video')];
            Promise.all(films.map(f => new Promise(done => {
              if (f.readyState > 0) done(f.duration);
              f.onloadedmetadata = () => done(f.duration);
              f.onerror = () => done(0);
            }))).then(lengths => end(lengths.length === 2 && lengths.every(l => l > 1)));""")
                .asBoolean())
        .as("every recording has a length")
        .isTrue();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aScreenshotOpensLargeAndLeadsToTheNextAndBack() throws Exception {
    open(Program.run(1));
    String width = "document.querySelector('#s1 img').getBoundingClientRect().width";
    long small = number(width);

    browser.ask("document.querySelector('#s1 .open').click()");
    assertThat(number(width)).isGreaterThan(2 * small);

    browser.ask("[...document.querySelectorAll('#s1 nav a')].pop().click()");
    assertThat(browser.ask("return location.hash").asText()).isEqualTo("#s2");
    assertThat(number(width)).isEqualTo(small);

    browser.ask("document.querySelector('#s2 nav a[href=\"#screenshots\"]').click()");
    assertThat(browser.ask("return document.querySelector('.shot:target')").isNull()).isTrue();
  }

  @Test
  void fitsATelephone() throws Exception {
    for (int run : new int[] {1, ATTACKS}) {
      Path file = report(Program.run(run));
      browser.resize(360, 740);
      browser.open(file.toUri().toString());

      assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
    }
  }

  @Test
  void isDarkWhereThatIsPreferred() throws Exception {
    open(Program.run(1));
    String background = "return getComputedStyle(document.body).backgroundColor";

    browser.prefer("light");
    String light = browser.ask(background).asText();
    browser.prefer("dark");

    assertThat(browser.ask(background).asText()).isNotEqualTo(light);
  }

  /** Five thousand screenshots; the bound is far above what it takes, so that it is no race. */
  @Test
  void aLargeRunOpens() throws Exception {
    open(Program.run(LARGE));

    assertThat(number("document.querySelectorAll('figure.shot img').length")).isEqualTo(5_000);
    System.out.println(
        "a report of 5,000 screenshots opens in "
            + number("Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)")
            + " ms");
    assertThat(browser.complaints()).isEmpty();
  }
}
