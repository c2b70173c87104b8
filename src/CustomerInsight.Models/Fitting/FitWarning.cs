namespace CustomerInsight.Models;

/// <summary>Something about a fit that a person should know.</summary>
/// <param name="Code">A short stable code, such as <c>too-few-customers</c>.</param>
/// <param name="Message">What it is and what to do about it. Holds no personal data.</param>
public sealed record FitWarning(string Code, string Message);
