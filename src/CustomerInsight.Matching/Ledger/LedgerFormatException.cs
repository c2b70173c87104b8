namespace CustomerInsight.Matching;

/// <summary>An identity ledger holds an entry that cannot be read. The code says why, the position where.</summary>
public sealed class LedgerFormatException : Exception
{
    /// <summary>The entry was written by a newer version of the library.</summary>
    public const string NewerVersion = "CI2006";

    /// <summary>The entry's bytes are not what the library writes.</summary>
    public const string Damaged = "CI2007";

    /// <summary>Makes the exception.</summary>
    public LedgerFormatException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public LedgerFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public LedgerFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal LedgerFormatException(string code, EntryPosition position, string message)
        : base(FormattableString.Invariant($"{code}: at entry {position.Entry} of block {position.Block}: {message}."))
    {
        Code = code;
        Position = position;
    }

    /// <summary>Gets the stable code, one of the constants of this class; empty where none was given.</summary>
    public string Code { get; } = string.Empty;

    /// <summary>Gets where in the ledger the entry stands.</summary>
    public EntryPosition Position { get; }
}
