package dev.vireo.simulator.internal.property;

import dev.vireo.simulator.internal.object.ManagedObject;
import dev.vireo.simulator.internal.object.RaisedFault;
import dev.vireo.simulator.internal.schema.ApiRelease;
import dev.vireo.vim.types.ManagedObjectReference;
import org.jspecify.annotations.Nullable;

/** Through whose eyes the property collector looks: a client with its session and API release. */
public interface Viewer {

  /** The object with this reference, of all clients or of this session; null for none. */
  @Nullable ManagedObject find(ManagedObjectReference ref);

  /** The API release that the client speaks. */
  ApiRelease api();

  /** Why the client must not read a property of an object; null when it may. */
  @Nullable RaisedFault refusal(ManagedObject object, String property);
}
