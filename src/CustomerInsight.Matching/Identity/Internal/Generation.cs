namespace CustomerInsight.Matching;

/// <summary>A model with the graph that it judged. Adopting another model makes a new one, while readers go on with the old.</summary>
internal sealed record Generation(GraphModel Model, GraphState State, ContentGraph Contents, ComponentSolver Solver);
