namespace CustomerInsight.Matching;

/// <summary>One reason why two records are not one entity.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Text">The same in words, with rules and numbers; no value of the records.</param>
public readonly record struct NotLinkedCause(NotLinkedReason Reason, string Text);
