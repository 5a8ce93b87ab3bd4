# What Jekyll makes of a site, as JSON.
#
#   TZ=UTC ruby tests/golden/jekyll.rb tests/golden/SITE > tests/golden/SITE/expected.json
#
# Needs Jekyll 4.3.1 with kramdown 2.4 and kramdown-parser-gfm (Debian 12: `apt install jekyll`).
# The clock stands at 2026-11-23; themes, layouts and plugins of the site are left out.

require "json"
require "jekyll"
require "tmpdir"

NOW = Time.utc(2026, 11, 23)

def Time.now
  NOW
end

def render(site, post)
  post.output = Jekyll::Renderer.new(site, post, site.site_payload).run
  post.content
rescue Liquid::Error, ArgumentError, IOError => e
  warn "#{post.relative_path}: #{e.message}"
end

def excerpt_html(excerpt)
  excerpt.is_a?(Jekyll::Excerpt) ? excerpt.output : excerpt
rescue Liquid::Error, ArgumentError, IOError
  nil
end

def facts(site, post, excerpt)
  {
    "collection" => "posts",
    "path" => post.relative_path,
    "url" => post.url,
    "date" => post.date.iso8601,
    "date_epoch" => post.date.to_i,
    "title" => post.data["title"],
    "slug" => post.data["slug"],
    "categories" => post.data["categories"],
    "tags" => post.data["tags"],
    "excerpt_source" => excerpt,
    "excerpt_html" => excerpt_html(post.data["excerpt"]),
    "content_html" => render(site, post)
  }
end

Jekyll.logger.log_level = :error
Dir.mktmpdir do |scratch|
  config = Jekyll.configuration(
    "source" => File.expand_path(ARGV.fetch(0)), "destination" => scratch, "quiet" => true,
    "disable_disk_cache" => true
  )
  own = { "theme" => nil, "plugins" => [], "gems" => [], "whitelist" => [],
          "plugins_dir" => [], "layouts_dir" => scratch }
  site = Jekyll::Site.new(config.merge(own))
  site.reset
  site.read
  sources = site.posts.docs.map do |post|
    excerpt = post.data["excerpt"]
    excerpt.is_a?(Jekyll::Excerpt) ? excerpt.content : excerpt
  end
  docs = site.posts.docs.zip(sources).map { |post, excerpt| facts(site, post, excerpt) }
  puts JSON.pretty_generate("jekyll" => Jekyll::VERSION, "now" => NOW.iso8601, "docs" => docs)
end
