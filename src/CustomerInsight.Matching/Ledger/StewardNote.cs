namespace CustomerInsight.Matching;

/// <summary>Who decided something about identities, and why.</summary>
/// <param name="Author">Who decided: a user's name or number. Kept in the ledger.</param>
/// <param name="Reason">Why, in the author's words, or null. Kept in the ledger; name no customer in it.</param>
/// <param name="At">When.</param>
public sealed record StewardNote(string Author, string? Reason, DateTimeOffset At)
{
    /// <summary>Says when, neither who nor why.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"note of {At.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z");
}
