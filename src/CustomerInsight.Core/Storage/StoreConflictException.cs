namespace CustomerInsight;

/// <summary>A unit of work was to commit on a version of the store that is no longer the last one.</summary>
public sealed class StoreConflictException : Exception
{
    /// <summary>Makes the exception.</summary>
    public StoreConflictException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public StoreConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public StoreConflictException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for two versions.</summary>
    /// <param name="expected">The version the writes built on.</param>
    /// <param name="actual">The version the store has.</param>
    public StoreConflictException(long expected, long actual)
        : base($"The store is at version {actual}, but the unit of work was begun on version {expected}; nothing was written. Run again: the run reads the newer state.")
    {
    }
}
