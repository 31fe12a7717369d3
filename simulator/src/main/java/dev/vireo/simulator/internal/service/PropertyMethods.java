package dev.vireo.simulator.internal.service;

import dev.vireo.simulator.ExpiredReads;
import dev.vireo.simulator.internal.object.Faults;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.property.Retrieval;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.simulator.internal.session.Session;
import dev.vireo.vim.methods.CancelRetrievePropertiesEx;
import dev.vireo.vim.methods.ContinueRetrievePropertiesEx;
import dev.vireo.vim.methods.Fetch;
import dev.vireo.vim.methods.RetrieveProperties;
import dev.vireo.vim.methods.RetrievePropertiesEx;
import dev.vireo.vim.types.LocalizedMethodFault;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vim.types.ObjectContent;
import dev.vireo.vim.types.ObjectSpec;
import dev.vireo.vim.types.PropertyFilterSpec;
import dev.vireo.vim.types.PropertySpec;
import dev.vireo.vim.types.RetrieveResult;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading properties once. */
final class PropertyMethods {

  private static final String COLLECTOR = "PropertyCollector";

  private PropertyMethods() {}

  static void addTo(MethodTable table) {
    table.add(
        RetrieveProperties.class,
        COLLECTOR,
        ApiRelease.V2_5,
        MethodTable.ANONYMOUS,
        PropertyMethods::retrieve);
    table.add(
        RetrievePropertiesEx.class,
        COLLECTOR,
        ApiRelease.V4_1,
        MethodTable.ANONYMOUS,
        PropertyMethods::retrieveEx);
    table.add(
        ContinueRetrievePropertiesEx.class,
        COLLECTOR,
        ApiRelease.V4_1,
        MethodTable.VIEW,
        PropertyMethods::continueRetrieve);
    table.add(
        CancelRetrievePropertiesEx.class,
        COLLECTOR,
        ApiRelease.V4_1,
        MethodTable.VIEW,
        PropertyMethods::cancelRetrieve);
    table.add(
        Fetch.class,
        "ManagedObject",
        ApiRelease.V2_5,
        MethodTable.ANONYMOUS,
        PropertyMethods::fetch);
  }

  private static List<ObjectContent> retrieve(Call call, RetrieveProperties method) {
    checkReadable(call, method.specSet());
    return new Retrieval(method.specSet(), call, call.host().state())
        .next(Integer.MAX_VALUE, call, call.host().state());
  }

  /** Without a session some servers refuse the call, others answer with nothing but gaps. */
  private static void checkReadable(Call call, List<PropertyFilterSpec> specs) {
    if (call.hasSession() || call.host().config().expiredReads() != ExpiredReads.FAULT) {
      return;
    }
    for (PropertyFilterSpec spec : specs) {
      for (ObjectSpec object : spec.objectSet()) {
        String type = object.obj().type();
        if (!type.equals("ServiceInstance") && !type.equals("SessionManager")) {
          throw Faults.notAuthenticated(object.obj());
        }
      }
    }
  }

  private static @Nullable RetrieveResult retrieveEx(Call call, RetrievePropertiesEx method) {
    checkReadable(call, method.specSet());
    Integer max = method.options().maxObjects();
    if (max != null && max < 1) {
      throw Faults.invalidArgument("options.maxObjects");
    }
    Retrieval retrieval = new Retrieval(method.specSet(), call, call.host().state());
    int size = Math.min(max == null ? Integer.MAX_VALUE : max, pageLimit(call));
    return page(call, method.self(), retrieval, size);
  }

  private static int pageLimit(Call call) {
    return call.host().config().maxObjectsPerPage();
  }

  private static @Nullable RetrieveResult page(
      Call call, ManagedObjectReference self, Retrieval retrieval, int size) {
    List<ObjectContent> objects = retrieval.next(size, call, call.host().state());
    String token = null;
    if (!retrieval.done()) {
      // The size of the next pages travels in the token, so that it needs no state of its own.
      token = size + ":" + UUID.randomUUID();
      call.session(self).keep(token, retrieval);
    }
    return objects.isEmpty() && token == null ? null : new RetrieveResult(token, objects);
  }

  private static @Nullable RetrieveResult continueRetrieve(
      Call call, ContinueRetrievePropertiesEx method) {
    Session session = call.session(method.self());
    Retrieval retrieval = session.take(method.token());
    if (retrieval == null) {
      throw Faults.invalidArgument("token");
    }
    String token = method.token();
    int size = Integer.parseInt(token.substring(0, token.indexOf(':')));
    return page(call, method.self(), retrieval, size);
  }

  private static @Nullable Void cancelRetrieve(Call call, CancelRetrievePropertiesEx method) {
    if (call.session(method.self()).take(method.token()) == null) {
      throw Faults.invalidArgument("token");
    }
    return null;
  }

  private static @Nullable Object fetch(Call call, Fetch method) {
    PropertyFilterSpec spec =
        new PropertyFilterSpec(
            List.of(new PropertySpec("ManagedObject", null, List.of(method.prop()))),
            List.of(new ObjectSpec(method.self(), null, List.of())),
            null);
    List<ObjectContent> found =
        new Retrieval(List.of(spec), call, call.host().state()).next(1, call, call.host().state());
    if (found.isEmpty()) {
      return null;
    }
    ObjectContent content = found.getFirst();
    if (!content.missingSet().isEmpty()) {
      LocalizedMethodFault reason = content.missingSet().getFirst().fault();
      String text = reason.localizedMessage();
      throw new RaisedFault(reason.fault(), text == null ? "" : text);
    }
    return content.propSet().isEmpty() ? null : content.propSet().getFirst().val();
  }
}
