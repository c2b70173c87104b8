namespace CustomerInsight.Models;

/// <summary>A file does not hold a model that can be loaded. The code says why.</summary>
public sealed class ModelFileException : Exception
{
    /// <summary>The file was written by a newer version of the library.</summary>
    public const string NewerVersion = "CI3001";

    /// <summary>The file holds something else: another kind of model, or none.</summary>
    public const string OtherKind = "CI3002";

    /// <summary>The file is not complete or no JSON.</summary>
    public const string Unreadable = "CI3003";

    /// <summary>The file's numbers cannot be those of a model.</summary>
    public const string ImpossibleValues = "CI3004";

    /// <summary>The file, which a person may have written, says something that cannot be read; the message names each place.</summary>
    public const string WrongContent = "CI3005";

    /// <summary>Makes the exception.</summary>
    public ModelFileException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    public ModelFileException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public ModelFileException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ModelFileException(string code, string message, Exception? innerException = null)
        : base($"{code}: {message}", innerException) => Code = code;

    /// <summary>Gets the stable code, one of the constants of this class; empty where none was given.</summary>
    public string Code { get; } = string.Empty;
}
