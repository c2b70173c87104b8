namespace CustomerInsight;

/// <summary>One thing that a stage counted: what it left out, assumed or found.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Code">A short stable code, such as <c>refunds-left-out</c>.</param>
/// <param name="Count">How many.</param>
/// <param name="Text">What that means, for a person. Holds no personal data.</param>
public sealed record ReportLine(string Stage, string Code, long Count, string Text);
