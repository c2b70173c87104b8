namespace CustomerInsight.Sources;

/// <summary>A source cannot be read at all in the form it has. A row that cannot be read is a rejection instead, never this exception.</summary>
/// <remarks>The message says what was found and what to do; it holds no value of the source.</remarks>
public sealed class SourceFormatException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="code">A code of <see cref="SourceFormatCodes"/>.</param>
    /// <param name="message">What was found and what to do, without any value of the source.</param>
    /// <param name="innerException">The cause, or null.</param>
    public SourceFormatException(string code, string message, Exception? innerException = null)
        : base($"{code}: {message}", innerException) => Code = code;

    /// <summary>Gets the stable code of the problem, one of <see cref="SourceFormatCodes"/>.</summary>
    public string Code { get; }
}
