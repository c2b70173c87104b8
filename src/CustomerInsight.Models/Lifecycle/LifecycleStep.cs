namespace CustomerInsight.Models;

/// <summary>One state in a customer's life.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Since">From which moment on, in UTC.</param>
/// <param name="Reason">What made the customer enter it, such as <c>90 days without 'purchase'</c>.</param>
public sealed record LifecycleStep(string State, DateTimeOffset Since, string Reason);
