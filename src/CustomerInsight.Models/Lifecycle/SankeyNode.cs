namespace CustomerInsight.Models;

/// <summary>Customers in one state at one moment: a bar of a Sankey diagram.</summary>
/// <param name="Id">Its place among the diagram's nodes, from 0.</param>
/// <param name="Column">The place of the moment, from 0.</param>
/// <param name="At">The moment.</param>
/// <param name="State">The state's name; <see cref="LifecycleFlow.NotSeen"/> for customers who come later.</param>
/// <param name="Customers">How many. At least 1.</param>
public sealed record SankeyNode(int Id, int Column, DateTimeOffset At, string State, int Customers);
