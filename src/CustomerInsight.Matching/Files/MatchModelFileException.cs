namespace CustomerInsight.Matching;

/// <summary>A file does not hold a match model that can be loaded. The code says why, the path where.</summary>
public sealed class MatchModelFileException : Exception
{
    /// <summary>The file was written by a newer version of the library.</summary>
    public const string NewerVersion = "CI2001";

    /// <summary>The file holds something else: another kind of model, or none.</summary>
    public const string OtherKind = "CI2002";

    /// <summary>The file is not complete or no JSON.</summary>
    public const string Unreadable = "CI2003";

    /// <summary>The file's numbers or words cannot be those of a model.</summary>
    public const string ImpossibleValues = "CI2004";

    /// <summary>The file names a comparator or a part of values that is neither built in nor registered by the host.</summary>
    public const string UnknownName = "CI2005";

    /// <summary>Makes the exception.</summary>
    public MatchModelFileException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public MatchModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public MatchModelFileException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal MatchModelFileException(string code, string path, string message, Exception? innerException = null)
        : base($"{code}: at {path}: {message}.", innerException)
    {
        Code = code;
        Path = path;
    }

    /// <summary>Gets the stable code, one of the constants of this class; empty where none was given.</summary>
    public string Code { get; } = string.Empty;

    /// <summary>Gets where in the file it is, as a JSON path such as <c>$.model.comparisons[2].levels[0].m</c>; empty where none was given.</summary>
    public string Path { get; } = string.Empty;
}
