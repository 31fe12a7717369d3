package dev.vireo.vim;

import static dev.vireo.vim.ScriptedVim.MACHINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vireo.vim.methods.CancelRetrievePropertiesEx;
import dev.vireo.vim.methods.ContinueRetrievePropertiesEx;
import dev.vireo.vim.methods.Login;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.property.PropertyFilter;
import dev.vireo.vim.types.DynamicProperty;
import dev.vireo.vim.types.InvalidArgument;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.MethodFault;
import dev.vireo.vim.types.MissingProperty;
import dev.vireo.vim.types.NoPermission;
import dev.vireo.vim.types.NotAuthenticated;
import dev.vireo.vim.types.NotSupported;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.RetrieveResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RetrievalTest {

  private static final PropertyFilterSpec NAMES =
      new PropertyFilter().select("Folder", "name").from(MACHINE).build();
  private static final MethodFault NO_SESSION = new NotAuthenticated(MACHINE, "System.Read");
  private static final MethodFault NO_PERMISSION = new NoPermission(MACHINE, "System.Read");

  private final SkippedTime clock = new SkippedTime();
  private final ScriptedVim server = new ScriptedVim("8.0.3.0");
  private final VimClient client = server.client(clock.options());

  @AfterEach
  void close() {
    client.close();
  }

  private List<String> retrieve() {
    return client.propertyCollector().retrieve(NAMES).stream()
        .map(found -> found.object().value())
        .toList();
  }

  private static ObjectContent object(String name) {
    return new ObjectContent(
        new ManagedObjectReference("Folder", name),
        List.of(new DynamicProperty("name", name)),
        List.of());
  }

  private static ObjectContent without(MethodFault reason) {
    return new ObjectContent(
        MACHINE,
        List.of(),
        List.of(new MissingProperty("name", new LocalizedMethodFault(reason, "not yours"))));
  }

  private static RetrieveResult page(@Nullable String token, ObjectContent... objects) {
    return new RetrieveResult(token, List.of(objects));
  }

  @Test
  void anOldServerGivesAllAtOnce() {
    ScriptedVim old = new ScriptedVim("4.0");
    old.answer(RetrieveProperties.class, call -> List.of(object("a"), object("b")));
    try (VimClient toOld = old.client()) {
      assertThat(toOld.propertyCollector().retrieve(NAMES)).hasSize(2);
    }
    assertThat(old.calls()).containsExactly("RetrieveProperties", "Logout");
  }

  @Test
  void aServerWithoutSuchObjectsGivesNone() {
    assertThat(retrieve()).isEmpty();
    assertThat(server.calls()).containsExactly("RetrievePropertiesEx");
  }

  @Test
  void aSessionThatEndsBetweenTwoPagesBeginsTheRetrievalAnew() {
    server.answer(RetrievePropertiesEx.class, call -> page("more", object("a")));
    server.answer(
        ContinueRetrievePropertiesEx.class,
        call -> {
          if (client.sessionGeneration() == 2 && server.count(RetrievePropertiesEx.class) == 1) {
            server.refuseOnce(
                ContinueRetrievePropertiesEx.class, new InvalidArgument(null, List.of(), "token"));
          }
          return page(null, object("b"));
        });
    server.expireBefore(ContinueRetrievePropertiesEx.class, 1);

    assertThat(retrieve()).containsExactly("a", "b");

    assertThat(server.count(RetrievePropertiesEx.class)).isEqualTo(2);
    assertThat(server.count(Login.class)).isEqualTo(1);
  }

  @Test
  void aPageThatIsRefusedInItsSessionIsAFailure() {
    server.answer(RetrievePropertiesEx.class, call -> page("more", object("a")));
    server.refuse(ContinueRetrievePropertiesEx.class, new NotSupported(null, List.of()));

    assertThatThrownBy(this::retrieve)
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.faultName()).isEqualTo("NotSupported"));

    assertThat(server.count(RetrievePropertiesEx.class)).isEqualTo(1);
  }

  @Test
  void propertiesThatLackTheirSessionAreReadAgainInTheNext() {
    server.answer(
        RetrievePropertiesEx.class,
        call -> page(null, client.sessionGeneration() == 1 ? without(NO_SESSION) : object("a")));

    assertThat(retrieve()).containsExactly("a");

    assertThat(server.calls())
        .containsExactly("RetrievePropertiesEx", "Logout", "Login", "RetrievePropertiesEx");
  }

  @Test
  void propertiesThatLackEachSessionAreGivenAsTheyAre() {
    server.answer(RetrievePropertiesEx.class, call -> page(null, without(NO_SESSION)));

    List<ObjectProperties> found = client.propertyCollector().retrieve(NAMES);

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().missing())
        .extracting(MissingProperty::path)
        .containsExactly("name");
    assertThat(server.count(Login.class)).isEqualTo(2);
  }

  @Test
  void propertiesThatMayNotBeReadAreNoMatterOfTheSession() {
    server.answer(RetrievePropertiesEx.class, call -> page(null, without(NO_PERMISSION)));

    ObjectProperties found = client.propertyCollector().retrieve(NAMES).getFirst();

    assertThat(server.calls()).containsExactly("RetrievePropertiesEx");
    assertThat(found.find("parent", String.class)).isNull();
    assertThatThrownBy(() -> found.find("name", String.class))
        .isInstanceOfSatisfying(
            FaultException.class, e -> assertThat(e.faultName()).isEqualTo("NoPermission"))
        .hasMessageContaining("Reading 'name' of VirtualMachine:7")
        .hasMessageContaining("not yours");
  }

  @Test
  void aReasonWithoutATextIsTold() {
    ObjectProperties found =
        new ObjectProperties(
            new ObjectContent(
                MACHINE,
                List.of(),
                List.of(new MissingProperty("name", new LocalizedMethodFault(NO_SESSION, null)))));

    assertThatThrownBy(() -> found.find("name", String.class))
        .hasMessageContaining("NotAuthenticated")
        .hasMessageNotContaining("null");
  }

  @Test
  void aListIsOfTheKindThatIsAskedFor() {
    ObjectProperties found =
        new ObjectProperties(
            new ObjectContent(
                MACHINE,
                List.of(
                    new DynamicProperty("names", List.of("a", 1, "b")),
                    new DynamicProperty("name", "a")),
                List.of()));

    assertThat(found.list("names", String.class)).containsExactly("a", "b");
    assertThat(found.list("others", String.class)).isEmpty();
    assertThatThrownBy(() -> found.list("name", String.class))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("The property 'name' of VirtualMachine:7 is no List but a String.");
    assertThatThrownBy(() -> found.get("parent", String.class))
        .isInstanceOf(ProtocolException.class)
        .hasMessage("VirtualMachine:7 has no property 'parent'.");
  }

  /** Of three pages two are in vain, again and again. */
  @Test
  void aServerThatGivesSomethingNewNowAndThenIsReadToItsEnd() {
    AtomicInteger page = new AtomicInteger();
    server.answer(RetrievePropertiesEx.class, call -> page("more", object("first")));
    server.answer(
        ContinueRetrievePropertiesEx.class,
        call -> {
          int number = page.incrementAndGet();
          return number % 3 == 0
              ? page(number == 30 ? null : "more", object("n" + number))
              : page("more");
        });

    assertThat(retrieve()).hasSize(11);
  }

  /** The first page knows the first object: that one again is nothing new. */
  @Test
  void theFirstObjectAgainAndAgainIsNothingNew() {
    server.answer(RetrievePropertiesEx.class, call -> page("more", object("a")));
    server.answer(ContinueRetrievePropertiesEx.class, call -> page("more", object("a")));

    assertThatThrownBy(this::retrieve).hasMessageContaining("without anything new");

    assertThat(server.count(ContinueRetrievePropertiesEx.class)).isEqualTo(4);
  }

  @Test
  void theLastOfTheMostObjectsIsNotOneTooMany() {
    AtomicInteger page = new AtomicInteger();
    server.answer(RetrievePropertiesEx.class, call -> manyObjects(page.getAndIncrement()));
    server.answer(ContinueRetrievePropertiesEx.class, call -> manyObjects(page.getAndIncrement()));

    assertThatThrownBy(this::retrieve).hasMessageContaining("more than 250000 objects");

    assertThat(page).hasValue(6);
  }

  private static RetrieveResult manyObjects(int page) {
    return page(
        "more",
        IntStream.range(0, 50_000)
            .mapToObj(i ->
                new ObjectContent(
                    new ManagedObjectReference("Folder", page + "-" + i), List.of(), List.of()))
            .toArray(ObjectContent[]::new));
  }

  @Test
  void pagesThatCannotBeGivenUpAreSaidToBe() {
    server.answer(RetrievePropertiesEx.class, call -> page("more"));
    server.answer(ContinueRetrievePropertiesEx.class, call -> page("more"));
    server.refuse(CancelRetrievePropertiesEx.class, new NotSupported(null, List.of()));

    ProtocolException failure = catchThrowableOfType(ProtocolException.class, this::retrieve);

    assertThat(failure.kind()).isEqualTo(ProtocolException.Kind.ENDLESS);
    assertThat(failure.getSuppressed()).hasSize(1);
  }
}
