namespace CustomerInsight;

/// <summary>Something was to be written on a version of the store that is not the last one.</summary>
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
        : base($"The store is at version {actual}, but what was to be written builds on version {expected}; nothing was written. Read the newer state and try again; a run does so when it is run again.")
    {
    }
}
