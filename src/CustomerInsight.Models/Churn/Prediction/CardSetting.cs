namespace CustomerInsight.Models;

/// <summary>A setting that a model was learned with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record CardSetting(string Name, string Value);
