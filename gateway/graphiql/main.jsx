import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import detail from "./examples/detail.graphql";
import list from "./examples/list.graphql";
import mobile from "./examples/mobile.graphql";
import search from "./examples/search.graphql";

// GraphiQL's own worker set-ups load from a CDN, or need another bundler.
globalThis.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(new URL(WORKERS[label] ?? WORKERS.editor, import.meta.url), { type: "module" }),
};

const root = document.getElementById("graphiql");
const fetcher = createGraphiQLFetcher({
  url: root.dataset.endpoint,
  enableIncrementalDelivery: false,
});

createRoot(root).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={[list, detail, search, mobile].map((query) => ({ query }))}
    defaultQuery=""
    // Otherwise the variable editor marks every object and list given for a JSON as an error.
    customScalarSchemas={{ JSON: {} }}
  />,
);
