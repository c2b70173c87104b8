namespace CustomerInsight.Conventions.Tests;

/// <summary>The repository's files.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Files below a folder, by rising path; none that a build made.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(PathOf(folder))
        ? Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(static file => !Relative(file).Split('/').Any(static part => part is "bin" or "obj" or "artifacts"))
            .Order(StringComparer.Ordinal)
        : [];

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CustomerInsight.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("CustomerInsight.sln is in no folder above the tests. Run them from a build inside the repository.");
    }
}
