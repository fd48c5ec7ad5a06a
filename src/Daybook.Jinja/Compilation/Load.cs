namespace Daybook.Jinja.Compilation;

/// <param name="Source">The outer variable of an <see cref="LoadKind.Alias"/>.</param>
internal readonly record struct Load(LoadKind Kind, Variable? Source = null);
